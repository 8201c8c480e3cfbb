"""All invoices: the register, the figures that open the list, the accountant's file."""

import html
import re
from decimal import Decimal

import pytest
from django.urls import reverse

from orders import actions
from tests import given

pytestmark = pytest.mark.django_db


def register(login, person, **query):
    page = reverse("core:report", args=["invoice_register"])
    return login(person).get(page, query)


@pytest.mark.parametrize("by", ["issued_on", "manager", "client"])
def test_it_counts_what_was_asked_for_with_its_vat(login, olga, by):
    first = given.invoice(given.order(by=olga), by=olga)
    given.invoice(given.order(by=olga), by=olga)
    void = given.invoice(given.order(by=olga), by=olga)
    actions.cancel_invoice(void, by=olga, ground="Ошибка")
    actions.pay_invoice(first, by=olga, amount=Decimal(768), method="transfer")

    page = register(login, olga, by=by).text

    text = page.replace("\xa0", " ")
    for due in ("3 536,00", "637,64", "768,00", "2 768,00"):
        assert due in text, due


def test_a_figure_opens_the_list_of_its_invoices(login, olga):
    kept = given.invoice(given.order(by=olga), by=olga)
    void = given.invoice(given.order(by=olga), by=olga)
    actions.cancel_invoice(void, by=olga, ground="Ошибка")

    page = register(login, olga, by="client")
    [address, *_] = re.findall(r'href="(/orders/invoices/\?[^"]+)"', page.text)

    rows = login(olga).get(html.unescape(address)).text
    assert kept.number in rows
    assert void.number not in rows


def test_the_file_of_the_list_has_what_an_accountant_needs(login, olga):
    invoice = given.invoice(given.order(by=olga, of=given.organisation(by=olga)), by=olga)
    file = login(olga).get(reverse("core:list_export", args=["invoices", "csv"]))
    text = file.getvalue().decode("utf-8-sig")

    head, row = text.splitlines()[:2]
    for name in ("Номер", "Дата", "Клиент", "ИНН", "Сумма", "НДС", "Оплачено", "Состояние"):
        assert name in head, name
    for value in (invoice.number, "7700000009", "318,82"):
        assert value in row, value


def test_who_does_not_read_the_inn_gets_none_in_the_file(login, olga):
    given.invoice(given.order(by=olga, of=given.organisation(by=olga)), by=olga)
    role = given.role(rights=given.role("accountant").rights, scope="all", hidden_fields=["inn"])
    blind = given.employee(role=role)

    file = login(blind).get(reverse("core:list_export", args=["invoices", "csv"]))

    assert "7700000009" not in file.getvalue().decode("utf-8-sig")
