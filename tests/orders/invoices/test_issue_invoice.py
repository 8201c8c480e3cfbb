"""A client is asked to pay for orders, wholly or in part."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from core import clock
from core.errors import Refused
from core.models import Document
from orders import actions
from orders.models import Invoice
from tests import given

pytestmark = pytest.mark.django_db


def test_an_invoice_asks_for_all_that_is_owed(olga):
    order = given.order(by=olga)

    invoice = given.invoice(order, by=olga)

    assert (invoice.amount, invoice.paid, invoice.status) == (order.total, 0, "prepared")
    assert invoice.number == f"СЧ-{clock.today().year}-000001"
    assert [line.title for line in invoice.lines.all()] == [order.positions.get().title]
    assert invoice.vat_amount == sum(line.vat_amount for line in invoice.lines.all())


def test_a_part_is_asked_for_in_one_line_and_the_rest_by_another_invoice(olga):
    order = given.order(by=olga)

    half = given.invoice(order, by=olga, percent=50)
    rest = given.invoice(order, by=olga)

    assert half.lines.get().title.startswith("Предоплата 50 % по наряд-заказу")
    assert half.amount + rest.amount == order.total


def test_nothing_is_asked_for_twice(olga):
    order = given.order(by=olga)
    given.invoice(order, by=olga)

    with pytest.raises(Refused, match="запрашивать"):
        given.invoice(order, by=olga)


def test_one_invoice_is_for_the_orders_of_one_client(olga):
    mine, anothers = given.order(by=olga), given.order(by=olga, of=given.client("Пётр Чужой", ""))

    with pytest.raises(Refused):
        given.invoice(mine, anothers, by=olga)


def test_a_second_press_answers_the_first_invoice(olga):
    order, token = given.order(by=olga), uuid4()

    first = given.invoice(order, by=olga, token=token)
    second = given.invoice(order, by=olga, token=token)

    assert first == second
    assert Invoice.objects.count() == 1


def test_the_day_to_pay_comes_from_the_client_s_terms(olga):
    client = given.client(deferral_days=10, deferral_unit="working_days")
    order = given.order(by=olga, of=client)

    with clock.at(clock.midnight(date(2026, 11, 2))):
        invoice = given.invoice(order, by=olga)

    # The 4th is a day off.
    assert invoice.due_on == date(2026, 11, 17)


def test_what_the_paper_says_stays_when_the_requisites_change(olga):
    invoice = given.invoice(given.order(by=olga, of=given.organisation(by=olga)), by=olga)
    paper = Document.objects.of(invoice).get()

    invoice.client.requisites.legal_name = "ООО «Лютик»"
    invoice.client.requisites.save()

    assert paper.content["payer"]["name"] == "ООО «Ромашка»"
    assert paper.content["account"]["account"] == given.bank_account().account


def quote(login, by, *orders, **typed):
    chosen = {"orders": [order.pk for order in orders], "token": uuid4()}
    return login(by).post(reverse("orders:quote_invoice"), chosen | typed).text


def test_the_form_says_what_it_would_ask_for(login, olga):
    order = given.order(by=olga)

    assert "1\xa0768,00" in quote(login, olga, order)
    assert "884,00" in quote(login, olga, order, percent="50")
    assert "хотя бы один" in quote(login, olga)


def test_more_than_is_left_is_said_before_the_button_is_pressed(login, olga):
    order = given.order(by=olga)
    given.invoice(order, by=olga, percent=50)

    assert "884,00" in quote(login, olga, order, percent="60")


def test_another_office_s_order_is_not_quoted(login, olga):
    elsewhere = given.employee(office=given.office("Офис на Соколе"))
    order = given.order(by=elsewhere)

    assert "1\xa0768,00" not in quote(login, olga, order)


def test_who_may_is_led_to_the_account_that_lacks(login, olga):
    order = given.order(by=olga)
    page = f"{reverse('orders:issue_invoice')}?order={order.pk}"
    accounts = reverse("company:dictionary", args=["bank-accounts"])
    director = given.employee("director")

    assert accounts in login(director).get(page).text
    assert "банковского счёта" in login(olga).get(page).text

    bare = actions.issue_invoice([order], by=olga)
    assert accounts in login(director).get(bare.get_absolute_url()).text
    given.bank_account()
    assert accounts not in login(director).get(page).text


def test_the_order_s_page_shows_its_invoices_and_leads_to_another(login, olga):
    order = given.order(by=olga)
    address = f"{reverse('orders:issue_invoice')}?order={order.pk}"
    assert address in login(olga).get(order.get_absolute_url()).text

    half = given.invoice(order, by=olga, percent=50)

    page = login(olga).get(order.get_absolute_url()).text
    assert half.number in page
    assert address in page


def test_the_client_s_page_leads_to_an_invoice_for_what_is_owed(login, olga):
    client = given.client(by=olga)
    address = f"{reverse('orders:issue_invoice')}?client={client.pk}"
    assert address not in login(olga).get(client.get_absolute_url()).text

    order = given.order(by=olga, of=client)

    assert address in login(olga).get(client.get_absolute_url()).text
    assert order.number in login(olga).get(address).text
