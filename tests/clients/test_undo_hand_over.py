"""A client that went to another manager comes back, with what went along."""

from datetime import timedelta

import pytest
from django.urls import reverse

from clients.actions import hands
from clients.models import Client
from core import clock
from core.errors import Refused
from core.models import Changeset
from interactions.models import Interaction
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def mary(olga, vera):
    """With a call and an order, both at Vera's by now."""
    mary = given.client("Мария Светлова", by=olga)
    given.planned_call(mary, by=olga)
    given.order(of=mary, by=olga)
    hands.hand_over(mary, by=olga, to=vera)
    return hands.accept(mary, by=vera)


def manager(client):
    return Client.objects.get(pk=client.pk).responsible


def test_it_comes_back_with_what_went_along(mary, olga, vera):
    hands.undo_hand_over(hands.moves_of(mary).get(), mary, by=olga)

    assert manager(mary) == olga
    assert Interaction.objects.get(client=mary).responsible == olga
    assert mary.orders.get().manager == olga
    assert "отменяет передачу" in vera.notifications.order_by("pk").last().text


def test_what_has_changed_since_stays(mary, olga, vera):
    call = Interaction.objects.get(client=mary)
    third = given.employee()
    Interaction.objects.filter(pk=call.pk).update(responsible=third)

    hands.undo_hand_over(hands.moves_of(mary).get(), mary, by=olga)

    call.refresh_from_db()
    assert (manager(mary), call.responsible) == (olga, third)
    assert Changeset.objects.get(kind="hands").left_count == 1


def test_once_and_within_thirty_days(mary, olga):
    moved = hands.moves_of(mary).get()
    with clock.at(clock.now() + timedelta(days=31)), pytest.raises(Refused):
        hands.undo_hand_over(moved, mary, by=olga)

    hands.undo_hand_over(moved, mary, by=olga)
    with pytest.raises(Refused):
        hands.undo_hand_over(moved, mary, by=olga)


def test_from_the_clients_page_to_the_undoing(login, mary, olga, vera):
    page, moved = login(vera), hands.moves_of(mary).get()
    address = reverse("clients:handed_over", args=[moved.pk])
    assert address in page.get(mary.get_absolute_url()).content.decode()

    shown = page.get(address).content.decode()
    assert olga.short_name in shown
    page.post(reverse("clients:undo_hand_over", args=[moved.pk]))

    assert manager(mary) == olga
    assert "Отменить передачу" not in page.get(address).content.decode()


def test_who_does_not_see_the_client_does_not_see_where_it_went(login, mary, olga):
    own = given.role("own", rights=olga.role.rights, scope="own")
    stranger = given.employee(role=own)

    answer = login(stranger).get(
        reverse("clients:handed_over", args=[hands.moves_of(mary).get().pk])
    )

    assert answer.status_code == 404
