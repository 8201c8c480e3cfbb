from uuid import uuid4

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import translation

from core import outbox
from core.models import Document, OutgoingMessage
from orders import actions
from tests import given

pytestmark = pytest.mark.django_db


def paper_of(order, kind="work_order"):
    return Document.objects.of(order).filter(kind=kind).last()


@pytest.fixture
def order():
    return given.order(of=given.client(email="maria@example.org"))


def address_of(order):
    return reverse("orders:send_document", args=[order.pk, paper_of(order).pk])


def test_the_paper_goes_to_the_client_as_a_pdf(order):
    letter = actions.send_document(
        order, paper_of(order), by=order.manager, to="maria@example.org", token=uuid4()
    )

    outbox.send(letter.pk)

    sent = mail.outbox[0]
    assert sent.to == ["maria@example.org"]
    assert order.number in sent.subject
    assert "Мария Светлова" in sent.body
    name, content, kind = sent.attachments[0]
    assert (name, kind) == (f"Наряд-заказ {order.number}.pdf", "application/pdf")
    assert bytes(content).startswith(b"%PDF")


def test_the_letter_speaks_russian_on_an_english_screen_too(order):
    with translation.override("en"):
        letter = actions.send_document(
            order, paper_of(order), by=order.manager, to="maria@example.org", token=uuid4()
        )

    assert "Здравствуйте" in letter.body
    assert "Good day" not in letter.body


def test_pressed_twice_it_is_written_once_and_sent_again_on_purpose(order):
    press = {"by": order.manager, "to": "maria@example.org"}
    token = uuid4()

    for each in (token, token, uuid4()):
        actions.send_document(order, paper_of(order), token=each, **press)

    assert OutgoingMessage.objects.of(order).count() == 2


def test_the_form_knows_the_address_and_the_papers_show_the_letter(login, order):
    browser = login(order.manager)

    form = browser.get(address_of(order)).content.decode()
    answer = browser.post(address_of(order), {"token": uuid4(), "to": "maria@example.org"})

    assert "maria@example.org" in form
    assert answer.status_code == 302
    papers = browser.get(reverse("orders:papers", args=[order.pk])).content.decode()
    assert "maria@example.org" in papers


def test_a_wrong_address_is_said_at_the_field(login, order):
    answer = login(order.manager).post(address_of(order), {"token": uuid4(), "to": "мария@"})

    assert answer.status_code == 422
    assert not OutgoingMessage.objects.exists()


def test_whose_paper_and_who_sends_it(login, order):
    other = given.order(by=order.manager)
    mixed = reverse("orders:send_document", args=[other.pk, paper_of(order).pk])
    elsewhere = given.employee("manager", office=given.office("Офис на Соколе"))

    assert login(order.manager).get(mixed).status_code == 404
    assert login(elsewhere).get(address_of(order)).status_code == 404
    assert login(given.employee("quality")).get(address_of(order)).status_code == 403
