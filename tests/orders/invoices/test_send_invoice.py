"""An invoice goes to the client by letter, and is opened by the address in it."""

import pytest
from django.urls import reverse

from core import outbox
from core.models import Document, OutgoingMessage
from orders import actions
from tests import given

pytestmark = pytest.mark.django_db


def send(invoice, olga, token="t"):
    return actions.send_invoice(
        invoice, by=olga, to="buh@romashka.ru", token=token, address_of=lambda made: f"/{made}"
    )


def test_it_carries_the_paper_and_an_address(olga):
    invoice = given.invoice(by=olga)

    letter = send(invoice, olga)

    assert letter.documents.get() == Document.objects.of(invoice).get()
    assert invoice.number in letter.body
    assert send(invoice, olga) == letter


def test_the_invoice_is_sent_when_the_letter_has_left(olga, settings, mailoutbox):
    invoice = given.invoice(by=olga)
    letter = send(invoice, olga)

    outbox.send(letter.pk)

    invoice.refresh_from_db()
    assert invoice.status == "sent"
    assert len(mailoutbox) == 1


def test_a_letter_that_waits_does_not_leave_with_a_cancelled_invoice(olga, mailoutbox):
    invoice = given.invoice(by=olga)
    letter = send(invoice, olga)

    actions.cancel_invoice(invoice, by=olga, ground="Ошибка в сумме")

    outbox.send(letter.pk)
    letter.refresh_from_db()
    assert (letter.state, mailoutbox) == (OutgoingMessage.State.WITHDRAWN, [])


def test_the_client_opens_it_by_the_address(olga, client):
    invoice = given.invoice(by=olga)
    made = []
    actions.send_invoice(
        invoice, by=olga, to="b@r.ru", token="t", address_of=lambda token: made.append(token)
    )
    address = reverse("orders:shown_invoice", args=made)

    page = client.get(address)
    assert invoice.number in page.text
    invoice.refresh_from_db()
    assert invoice.status == "prepared"

    client.post(reverse("orders:open_invoice", args=made))

    invoice.refresh_from_db()
    assert invoice.status == "opened"
    pdf = client.get(reverse("orders:shown_invoice_pdf", args=made))
    assert pdf["Content-Type"] == "application/pdf"


def test_another_address_opens_nothing(client, db):
    assert client.get(reverse("orders:shown_invoice", args=["nonsense"])).status_code == 404
