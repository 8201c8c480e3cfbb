"""A sketch approved without a letter: seen at the counter, or agreed over the phone."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.errors import Refused
from core.models import OutgoingMessage
from interactions.models import Interaction
from orders import actions
from orders.sketches.contents import all_files
from orders.sketches.lifecycle import SketchStatus
from tests import given
from tests.orders.sketching import attach, sent, state_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def order():
    found = given.order(given.mirror(600), given.mirror(900), by=given.employee("manager"))
    attach(found, 1)
    return found


def shown(order, **said):
    seen = {"files": all_files(order), "approved": True, "token": uuid4()}
    return actions.show_sketch(order, by=order.manager, **seen | said)


def test_the_answer_at_the_counter_is_recorded_without_a_letter(order):
    sending = shown(order, words="Так и делайте")

    assert (sending.letter, sending.status) == (None, SketchStatus.APPROVED)
    assert state_of(order) == SketchStatus.APPROVED
    assert not OutgoingMessage.objects.of(order).exists()
    visit = Interaction.objects.about(order).get()
    assert (visit.channel, visit.direction, visit.note) == ("visit", "in", "Так и делайте")


def test_over_the_phone_the_client_wants_a_change_and_says_which(order):
    with pytest.raises(Refused):
        shown(order, approved=False, channel="call")
    assert state_of(order) == ""

    shown(order, approved=False, channel="call", words="Фацет шире")

    assert state_of(order) == SketchStatus.CHANGE_WANTED
    assert Interaction.objects.about(order).get().channel == "call"


def test_a_later_change_voids_it_likewise(order):
    shown(order)

    attach(order, 1, "эскиз 2.png")

    assert state_of(order) == SketchStatus.VOID


def test_what_was_sent_before_is_replaced(order):
    letter = sent(order)

    shown(order)

    letter.refresh_from_db()
    assert letter.status == SketchStatus.REPLACED
    assert state_of(order) == SketchStatus.APPROVED


def test_pressed_twice_it_is_one_answer(order):
    token = uuid4()

    assert shown(order, token=token) == shown(order, token=token)
    assert Interaction.objects.about(order).count() == 1


def test_nothing_is_shown_without_a_file_and_of_a_closed_order(order):
    with pytest.raises(Refused):
        shown(order, files=[])
    actions.cancel(order, by=order.manager, ground="Передумали")
    with pytest.raises(Refused):
        shown(order)


def test_the_page_records_what_was_seen(login, order):
    browser = login(order.manager)
    address = reverse("orders:show_sketch", args=[order.pk])
    assert address in browser.get(order.get_absolute_url()).content.decode()
    form = browser.get(address).context["form"]

    typed = {**form.initial, "answer": "approved", "channel": "visit", "words": ""}
    assert browser.post(address, {**typed, "answer": "change_wanted"}).status_code == 422
    browser.post(address, typed)

    page = browser.get(order.get_absolute_url()).content.decode()
    assert state_of(order) == SketchStatus.APPROVED
    assert "Показан клиенту" in page


def test_whose_order_and_who_may(login, order):
    address = reverse("orders:show_sketch", args=[order.pk])
    elsewhere = given.employee("manager", office=given.office("Офис на Соколе"))

    assert login(elsewhere).get(address).status_code == 404
    assert login(given.employee("quality")).get(address).status_code == 403
    with pytest.raises(PermissionDenied):
        actions.show_sketch(
            order, by=given.employee("worker"), files=all_files(order), approved=True, token=uuid4()
        )
