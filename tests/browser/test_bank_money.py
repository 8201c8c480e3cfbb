"""Money by the bank: from the invoice that is mailed to the piece that is taken away."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from core import clock, money, outbox
from core.models import Attachment, Document, OutgoingMessage
from orders.models import HandOver, Invoice
from orders.work_orders.lifecycle import Status
from tests import given
from tests.browser.signing import sign
from tests.orders.bank_file import document, statement

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def olga():
    given.bank_account()
    return given.employee()


def loads(page, *documents):
    """The accountant brings the bank's file of today."""
    content = statement(*documents).replace(b"11.11.2026", today().encode())
    page.goto(reverse("orders:upload_statement"))
    file = {"name": "kl_to_1c.txt", "mimeType": "text/plain", "buffer": content}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Загрузить").click()
    page.wait_for_url(re.compile(r"/statements/\d+/"))


def today():
    return f"{clock.today():%d.%m.%Y}"


def test_an_invoice_is_mailed_paid_by_the_bank_and_the_work_handed_over(
    screen, barriers, olga, mailoutbox
):
    order = given.ready_order(by=olga, of=given.organisation(by=olga))
    desk, office = screen(olga), screen(given.employee("accountant"))

    desk.goto(order.get_absolute_url())
    desk.get_by_role("link", name="Выставить счёт").click()
    expect(desk.locator("#invoice-quote")).to_contain_text(re.compile(r"\d"))
    assert barriers(desk) == []
    desk.get_by_role("button", name="Выставить счёт").click()
    expect(desk.locator("h1")).to_contain_text("Выставлен")
    invoice = Invoice.objects.get()

    desk.get_by_role("link", name="Отправить по почте").click()
    desk.get_by_label("Почта клиента").fill("buh@romashka.ru")
    desk.get_by_role("button", name="Отправить счёт").click()
    desk.wait_for_url(f"**{invoice.get_absolute_url()}")
    outbox.send(OutgoingMessage.objects.get().pk)
    assert mailoutbox[0].attachments
    desk.reload()
    expect(desk.locator("h1")).to_contain_text("Отправлен")

    purpose = f"Оплата по счету № {invoice.number} от {today()}"
    loads(office, document(amount=str(invoice.amount), purpose=purpose))
    expect(office.get_by_role("heading", name="Всё разобрано")).to_be_visible()
    assert barriers(office) == []

    desk.reload()
    expect(desk.locator("h1")).to_contain_text("Оплачен")

    desk.goto(reverse("orders:hand_over", args=[order.pk]))
    expect(desk.get_by_text("К доплате")).to_have_count(0)
    assert barriers(desk) == []
    sign(desk)
    desk.get_by_role("button", name="Выдать").click()
    desk.wait_for_url(f"**{order.get_absolute_url()}")

    order.refresh_from_db()
    assert (order.status, order.debt) == (Status.ARCHIVED, 0)
    assert Attachment.objects.of(order).get().purpose == "signature"
    papers = Document.objects.of(HandOver.objects.get())
    assert set(papers.values_list("kind", flat=True)) == {"delivery_note"}


def test_one_payment_over_three_invoices_is_booked_by_one_press(screen, barriers, olga):
    romashka = given.organisation(by=olga)
    invoices = [given.invoice(given.order(by=olga, of=romashka), by=olga) for _ in range(3)]
    office = screen(given.employee("accountant"))

    total = sum(invoice.amount for invoice in invoices)
    loads(office, document(amount=str(total), purpose="Оплата за стекло по договору"))
    line = office.locator(".bank-line")
    together = line.get_by_role("button").filter(has_text=invoices[0].number)
    expect(together.first).to_contain_text(invoices[2].number)
    assert barriers(office) == []
    together.first.click()

    expect(office.locator(".bank-line.is-done")).to_contain_text(money.amount(total)[:3])
    assert set(Invoice.objects.values_list("status", flat=True)) == {"paid"}
