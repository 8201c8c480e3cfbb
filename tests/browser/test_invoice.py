"""An organisation is asked to pay, opens the invoice by its address, pays, and takes the mirror."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from core.models import Document
from orders.models import Invoice
from orders.work_orders.lifecycle import Status
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)
ADDRESS = "buh@romashka.example"


@pytest.fixture
def romashka(olga):
    given.bank_account()
    client = given.organisation(by=olga)
    client.email = ADDRESS
    client.save()
    return client


def test_an_order_is_invoiced_opened_paid_and_leaves_with_a_note(screen, olga, romashka, post):
    order = given.ready_order(by=olga, of=romashka)
    page = screen(olga)
    page.goto(order.get_absolute_url())
    page.locator("#invoices").get_by_role("link", name="Выставить счёт").click()
    expect(page.locator("#invoice-quote")).to_contain_text("1\xa0768,00")
    page.get_by_role("button", name="Выставить счёт").click()
    expect(page.locator("h1")).to_contain_text("Выставлен")
    invoice = Invoice.objects.get()

    page.get_by_role("link", name="Отправить по почте").click()
    page.get_by_role("button", name="Отправить счёт").click()
    page.wait_for_url(f"**{invoice.get_absolute_url()}")
    [letter] = post.letters
    text = letter.get_body(("plain",)).get_content()
    [path] = re.findall(r"https?://[^/\s]+(/\S+)", text)
    client = screen()
    client.goto(path)
    expect(client.locator("h1")).to_contain_text(invoice.number)
    client.wait_for_load_state("networkidle")  # the page itself says that it was opened
    page.reload()
    expect(page.locator("h1")).to_contain_text("Открыт клиентом")

    page.get_by_role("link", name="Провести оплату").click()
    page.locator("form").get_by_role("button", name="Провести оплату").click()
    page.wait_for_url(f"**{invoice.get_absolute_url()}")
    expect(page.locator("h1")).to_contain_text("Оплачен")
    client.reload()
    expect(client.get_by_text("Оплачен", exact=False).first).to_be_visible()

    page.goto(reverse("orders:hand_over", args=[order.pk]))
    page.get_by_label("Подписано на бумаге").check()
    page.get_by_role("button", name="Выдать").click()
    page.wait_for_url(f"**{order.get_absolute_url()}")
    order.refresh_from_db()
    assert order.status == Status.ARCHIVED
    expect(page.locator("#papers")).to_contain_text("Товарная накладная")
    assert Document.objects.of(order.hand_overs.get()).get().kind == "delivery_note"


def test_what_it_would_ask_for_follows_what_is_typed(screen, olga, romashka):
    given.order(by=olga, of=romashka)
    given.order(by=olga, of=romashka)
    page = screen(olga)
    page.goto(romashka.get_absolute_url())
    page.get_by_role("link", name="Выставить счёт").click()
    quote = page.locator("#invoice-quote")
    expect(quote).to_contain_text("3\xa0536,00")

    page.get_by_label("Доля каждого заказа").fill("50")
    expect(quote).to_contain_text("1\xa0768,00")
    page.locator("[name=orders]").first.uncheck()
    expect(quote).to_contain_text("884,00")


def test_a_sum_that_is_refused_is_said_on_the_form_that_keeps_what_was_typed(
    screen, olga, romashka
):
    invoice = given.invoice(given.order(by=olga, of=romashka), by=olga)
    page = screen(olga)
    page.goto(reverse("orders:pay_invoice", args=[invoice.pk]))

    page.get_by_label("Сумма").fill("999 999")
    page.get_by_label("Способ").select_option("transfer")
    page.get_by_role("button", name="Провести оплату").click()

    expect(page.locator("#refusal")).to_contain_text("Осталось оплатить")
    expect(page.get_by_label("Сумма")).to_have_value("999999")
    page.get_by_label("Сумма").fill("100")
    page.get_by_role("button", name="Провести оплату").click()
    page.wait_for_url(f"**{invoice.get_absolute_url()}")
    invoice.refresh_from_db()
    assert invoice.paid == 100


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_nobody_is_shut_out_of_the_pages_of_invoices(screen, barriers, olga, romashka, dark, width):
    order = given.order(by=olga, of=romashka)
    invoice = given.invoice(order, by=olga, percent=50)
    page = screen(olga, dark=dark, width=width)
    pages = [
        reverse("orders:invoices"),
        f"{reverse('orders:issue_invoice')}?client={romashka.pk}",
        invoice.get_absolute_url(),
        reverse("orders:pay_invoice", args=[invoice.pk]),
        reverse("orders:send_invoice", args=[invoice.pk]),
        reverse("orders:reissue_invoice", args=[invoice.pk]),
        reverse("orders:reconcile", args=[romashka.pk]),
        reverse("core:report", args=["invoice_register"]),
        romashka.get_absolute_url(),
    ]

    found = []
    for address in pages:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        found += barriers(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address

    assert found == []
