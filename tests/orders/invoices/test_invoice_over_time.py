"""The timeline of a client tells of their invoices and what became of them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clients.actions import merge
from core import clock
from orders import actions
from orders.models import DebtStep, Invoice
from orders.money.debts.stepping import take_steps
from tests import given

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def told(browser, client):
    return browser.get(reverse("clients:timeline", args=[client.pk])).text


def overdue(by):
    """Issued twenty days ago, to be paid at once, and called about since."""
    given.debt_step(1, "call")
    with clock.at(clock.now() - 20 * DAY):
        invoice = given.invoice(given.order(by=by), by=by, due_on=clock.today())
    for days in range(1, 6):
        with clock.at(clock.midnight(invoice.due_on + days * DAY) + DAY / 3):
            take_steps()
    return invoice


def test_a_step_of_a_debt_stands_at_its_own_day(login, olga):
    invoice = overdue(olga)
    browser = login(olga)

    page = told(browser, invoice.client)

    assert invoice.number in page
    assert f"Срок оплаты был {invoice.due_on:%d.%m.%Y}" in page
    entries = (
        browser.get(reverse("clients:timeline", args=[invoice.client.pk]), {"kind": "debt_steps"})
        .context["timeline"]
        .entries
    )
    assert [(each.row.invoice, each.row.measure) for each in entries] == [(invoice, "call")]
    assert entries[0].at > invoice.created_at


def test_steps_follow_an_invoice_to_the_card_that_stays(login, olga):
    director = given.employee("director")
    invoice = overdue(olga)
    survivor = given.client("Светлова Мария", phone="+7 916 000-00-02", by=olga)

    merge(survivor, invoice.client, by=director, choices={})

    assert DebtStep.objects.get().client == survivor
    assert "Звонок менеджера" in told(login(director), survivor)


def test_paid_and_cancelled_ones_say_when_and_why(login, olga):
    paid, cancelled = given.invoice(by=olga), given.invoice(by=olga)
    actions.pay_invoice(paid, by=olga, amount=paid.amount, method="transfer")
    actions.cancel_invoice(cancelled, by=olga, ground="Клиент передумал")
    browser = login(olga)

    assert f"Оплачен {clock.today():%d.%m.%Y}" in told(browser, paid.client)
    assert f"Отменён {clock.today():%d.%m.%Y}: Клиент передумал" in told(browser, cancelled.client)


def test_nobody_else_sees_them(login, olga):
    invoice = given.invoice(by=olga)
    looker = given.employee(may=["clients.view_client"])

    assert invoice.number not in told(login(looker), invoice.client)


def test_many_cost_what_one_does(login, olga):
    client = given.client(by=olga)
    browser = login(olga)

    def queries():
        with CaptureQueriesContext(connection) as seen:
            told(browser, client)
        return len(seen)

    given.invoice(given.order(by=olga, of=client), by=olga)
    queries()
    one = queries()
    for _each in range(3):
        given.invoice(given.order(by=olga, of=client), by=olga)

    assert queries() == one
    assert Invoice.objects.filter(client=client).count() == 4
