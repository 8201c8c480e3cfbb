"""A planned call goes to a colleague or a department, who take it or do not."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from company.models import Assignment
from core.errors import Refused
from interactions import actions
from interactions.actions import hands
from interactions.models import Interaction
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def vera():
    return given.employee(last_name="Верина", office=given.office("Офис на Соколе"))


@pytest.fixture
def call(olga):
    return given.planned_call(by=olga, remind_before=0)


def test_accepted_it_is_theirs_with_its_office_and_its_reminder(call, olga, vera):
    hands.hand_over(call, by=olga, to=vera, note="Вы знаете объект")
    call.refresh_from_db()
    assert call.responsible == olga

    hands.accept(call, by=vera)

    call.refresh_from_db()
    assert (call.responsible, call.office) == (vera, vera.office)
    assert call.reminders.get().employee == vera
    assert call.steps.get().note == f"{olga.short_name} → {vera.short_name}"


def test_another_office_opens_what_it_is_asked_to_take(call, olga, vera):
    assert not Interaction.objects.within_reach_of(vera).exists()

    hands.hand_over(call, by=olga, to=vera)

    assert Interaction.objects.within_reach_of(vera).get() == call


def test_declined_it_stays(call, olga, vera):
    hands.hand_over(call, by=olga, to=vera)

    hands.decline(call, by=vera, note="Я на замере")

    call.refresh_from_db()
    assert call.responsible == olga
    assert Assignment.objects.of(call).get().answer == "Я на замере"


def test_what_is_settled_meanwhile_nobody_has_to_take(call, olga, vera):
    hands.hand_over(call, by=olga, to=vera)

    actions.hold(call, by=olga, result="reached")

    assert not Assignment.objects.offered().exists()
    with pytest.raises(Refused):
        hands.accept(call, by=vera)


def test_what_is_settled_is_not_handed_over(call, olga, vera):
    actions.hold(call, by=olga, result="reached")

    with pytest.raises(Refused):
        hands.hand_over(call, by=olga, to=vera)


def test_a_stranger_neither_accepts_nor_takes_back(call, olga, vera):
    hands.hand_over(call, by=olga, to=vera)
    stranger = given.employee()

    for verb in (hands.accept, hands.recall):
        with pytest.raises(PermissionDenied):
            verb(call, by=stranger)


def test_from_page_to_page(login, call, olga, vera):
    page = login(olga)
    page.post(reverse("interactions:hand_over", args=[call.pk]), {"to": f"e{vera.pk}", "note": ""})
    assert reverse("interactions:accept", args=[call.pk]) in (
        login(vera).get(call.get_absolute_url()).content.decode()
    )
    answer = login(vera).post(reverse("interactions:decline", args=[call.pk]), {"note": "Занята"})
    assert answer.status_code == 302

    assert "Занята" in login(olga).get(call.get_absolute_url()).content.decode()
