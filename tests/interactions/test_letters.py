"""Whatever leaves for a client through the outbox stands in the client's history, once."""

import pytest

from core import outbox
from core.models import OutgoingMessage
from interactions.lifecycle import Status
from interactions.models import Interaction
from tests import given

pytestmark = pytest.mark.django_db


def write(owner, by, key="x", **fields):
    letter = {"subject": "Счёт № 7", "body": "Добрый день", "to": "maria@ya.ru", **fields}
    return outbox.write(owner, key=key, by=by, **letter)


def test_a_letter_about_an_order_stands_with_its_client_and_order(olga):
    order = given.order(by=olga)

    letter = write(order, olga)

    copy = Interaction.objects.get(letter=letter)
    assert (copy.client, copy.channel, copy.direction) == (order.client, "email", "out")
    assert (copy.purpose, copy.note, copy.held_by) == ("Счёт № 7", "Добрый день", olga)
    assert (copy.status, copy in Interaction.objects.about(order)) == (Status.HELD, True)


def test_a_letter_to_the_client_alone_is_about_nothing_else(olga):
    maria = given.client()

    copy = Interaction.objects.get(letter=write(maria, olga))

    assert (copy.client, copy.subject_id) == (maria, None)


def test_the_same_happening_is_kept_once(olga):
    order = given.order(by=olga)

    assert write(order, olga) == write(order, olga)
    assert Interaction.objects.filter(letter__isnull=False).count() == 1


def test_a_letter_that_was_not_sent_shows_on_the_clients_page(login, olga):
    order = given.order(by=olga)
    letter = write(order, olga)
    letter.state, letter.error = OutgoingMessage.State.FAILED, "550 no such mailbox"
    letter.save()

    page = login(olga).get(order.client.get_absolute_url()).content.decode()

    assert "550 no such mailbox" in page
    assert "state-bad" in page
    assert list(Interaction.objects.unsent()) == [Interaction.objects.get(letter=letter)]


def test_the_copy_leads_to_the_letter_and_cannot_be_planned_again(login, olga):
    letter = write(given.order(by=olga), olga)
    copy = Interaction.objects.get(letter=letter)

    page = login(olga).get(copy.get_absolute_url()).content.decode()
    answer = login(olga).post(f"{copy.get_absolute_url()}reopen/")

    assert f"/letters/{letter.pk}/" in page
    assert answer.status_code == 409
    copy.refresh_from_db()
    assert copy.status == Status.HELD


def test_a_letter_that_waits_for_sending_is_not_called_held(login, olga):
    letter = write(given.client(), olga)
    copy = Interaction.objects.get(letter=letter)

    page = login(olga).get(copy.get_absolute_url()).text

    head = page.partition("<h1")[2].partition("</h1>")[0]
    assert letter.get_state_display() in head
    assert copy.get_status_display() not in head
