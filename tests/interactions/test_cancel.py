import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.errors import Refused
from interactions import actions
from interactions.lifecycle import Status
from tests import given

pytestmark = pytest.mark.django_db


def test_why_stands_in_its_story_and_who_takes_part_hears(login):
    olga, petr = given.employee(), given.employee()
    call = given.planned_call(by=olga, participants=[petr])
    heard_before = petr.notifications.count()

    login(olga).post(reverse("interactions:cancel", args=[call.pk]), {"reason": "Клиент отказался"})

    call.refresh_from_db()
    assert (call.status, call.held_by) == (Status.CANCELLED, olga)
    assert call.steps.get().note == "Клиент отказался"
    assert petr.notifications.count() == heard_before + 1


def test_without_a_reason_it_is_not_cancelled(login):
    olga, call = given.employee(), given.planned_call()

    answer = login(olga).post(reverse("interactions:cancel", args=[call.pk]), {"reason": "  "})

    assert answer.status_code == 422
    with pytest.raises(Refused):
        actions.cancel(call, by=olga, reason=" ")
    call.refresh_from_db()
    assert call.is_planned


def test_it_may_be_planned_again():
    olga, call = given.employee(), given.planned_call()
    actions.cancel(call, by=olga, reason="Ошибка")

    actions.reopen(call, by=olga)

    call.refresh_from_db()
    assert call.is_planned


def test_without_the_right_nothing_is_cancelled():
    looker = given.employee(may=["interactions.view_interaction"])

    with pytest.raises(PermissionDenied):
        actions.cancel(given.planned_call(), by=looker, reason="Так")
