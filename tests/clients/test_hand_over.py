"""A client goes to a colleague or a department, who take it or do not."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from clients.actions import hands
from clients.models import Client
from company.models import Assignment
from core.errors import Refused
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def mary(olga):
    return given.client("Мария Светлова", by=olga)


def manager(client):
    return Client.objects.get(pk=client.pk).responsible


def bells(person):
    return [line.text for line in person.notifications.order_by("pk")]


def test_until_it_is_accepted_the_client_stays_with_its_manager(mary, olga, vera):
    hands.hand_over(mary, by=olga, to=vera, note="Ваш район")

    assert manager(mary) == olga
    assert "Мария Светлова" in bells(vera)[0]
    assert "Ваш район" in bells(vera)[0]


def test_accepted_it_goes_over_with_what_is_in_hand(mary, olga, vera):
    call, order = given.planned_call(mary, by=olga), given.order(of=mary, by=olga)
    hands.hand_over(mary, by=olga, to=vera)

    hands.accept(mary, by=vera)

    for row in (call, order):
        row.refresh_from_db()
    assert (manager(mary), call.responsible, order.manager) == (vera, vera, vera)
    assert len(bells(olga)) == 1


def test_declined_it_stays_and_the_reason_is_kept(mary, olga, vera):
    hands.hand_over(mary, by=olga, to=vera)

    hands.decline(mary, by=vera, note="Ухожу в отпуск")

    assert manager(mary) == olga
    assert Assignment.objects.of(mary).get().answer == "Ухожу в отпуск"
    assert "Ухожу в отпуск" in bells(olga)[0]


def test_of_a_department_whoever_is_first_gets_it(mary, olga):
    desk = given.department()
    first, second = (given.employee(department=desk) for _each in range(2))
    hands.hand_over(mary, by=olga, to=desk)

    hands.accept(mary, by=second)

    assert manager(mary) == second
    with pytest.raises(Refused):
        hands.accept(mary, by=first)


def test_only_whoever_is_asked_accepts(mary, olga, vera):
    hands.hand_over(mary, by=olga, to=vera)

    with pytest.raises(PermissionDenied):
        hands.accept(mary, by=given.employee())


def test_whoever_gave_it_takes_it_back(mary, olga, vera):
    hands.hand_over(mary, by=olga, to=vera)

    with pytest.raises(PermissionDenied):
        hands.recall(mary, by=vera)
    hands.recall(mary, by=olga)

    assert not Assignment.objects.offered().exists()


def test_nobody_gets_what_they_have(mary, olga):
    with pytest.raises(Refused):
        hands.hand_over(mary, by=given.employee(), to=olga)


def test_who_may_see_only_their_own_opens_what_is_offered(mary, olga):
    own = given.role("own", rights=olga.role.rights, scope="own")
    lone = given.employee(role=own)
    assert not Client.objects.visible_to(lone).exists()

    hands.hand_over(mary, by=olga, to=lone)

    assert list(Client.objects.visible_to(lone)) == [mary]


def test_every_hand_stands_on_the_page(login, mary, olga, vera):
    page = login(olga)
    page.post(
        reverse("clients:hand_over", args=[mary.pk]), {"to": f"e{vera.pk}", "note": "Ваш район"}
    )
    asked = login(vera).get(mary.get_absolute_url()).content.decode()
    assert reverse("clients:accept", args=[mary.pk]) in asked
    assert reverse("clients:recall", args=[mary.pk]) not in asked

    login(vera).post(reverse("clients:accept", args=[mary.pk]))

    shown = login(olga).get(mary.get_absolute_url()).content.decode()
    assert "Ваш район" in shown
    assert manager(mary) == vera


def test_what_waits_for_my_answer_stands_on_today(login, mary, olga, vera):
    call = given.planned_call(mary, by=olga)
    hands.hand_over(mary, by=olga, to=vera, note="Ваш район")
    today = login(vera).get(reverse("today")).content.decode()

    assert "Ваш район" in today
    assert call.get_absolute_url() is not None
