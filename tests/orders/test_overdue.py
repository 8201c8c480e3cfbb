"""What is not paid in time and what is not made in time, on one page of three parts."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from core import clock
from orders import actions
from orders.models import Invoice, WorkOrder
from tests import given

pytestmark = pytest.mark.django_db


def days_ago(count):
    return clock.today() - timedelta(days=count)


def invoice_overdue(days, *, by, of=None):
    invoice = given.invoice(given.order(by=by, of=of), by=by)
    Invoice.objects.filter(pk=invoice.pk).update(issued_on=days_ago(days), due_on=days_ago(days))
    return invoice


def owed_since(days, *, by):
    """Handed over with a debt, and no invoice asks for it."""
    order = given.handed_over_order(by=by)
    actions.refund(
        order,
        by=given.employee("director"),
        amount=Decimal(500),
        method="cash",
        ground="Уценка позже",
    )
    WorkOrder.objects.filter(pk=order.pk).update(handed_over_at=clock.now() - timedelta(days=days))
    return order


def page(client, name, **query):
    return client.get(reverse(f"orders:{name}"), query).text


def test_invoices_are_narrowed_by_how_long_they_are_overdue(olga, client):
    fresh, old = invoice_overdue(3, by=olga), invoice_overdue(40, by=olga)
    ahead = given.invoice(by=olga)
    client.force_login(olga)

    whole, aged = page(client, "overdue"), page(client, "overdue", age="days_31_60")

    assert fresh.number in whole
    assert old.number in whole
    assert ahead.number not in whole
    assert old.number in aged
    assert fresh.number not in aged


def test_an_order_that_was_handed_over_with_a_debt_needs_no_invoice_to_be_seen(olga, client):
    order, invoiced = owed_since(10, by=olga), owed_since(10, by=olga)
    given.invoice(invoiced, by=olga)
    client.force_login(olga)

    shown = page(client, "unbilled", age="days_8_30")

    assert order.number in shown
    assert invoiced.number not in shown
    assert "500,00" in shown


def test_shipments_are_late_until_they_are_in_the_office(olga, client):
    late, arrived, in_time = given.order(by=olga), given.ready_order(by=olga), given.order(by=olga)
    WorkOrder.objects.filter(pk__in=[late.pk, arrived.pk]).update(promised_on=days_ago(2))
    client.force_login(olga)

    now, came = page(client, "late_shipments"), page(client, "late_shipments", fate="came_late")

    assert late.number in now
    assert arrived.number not in now
    assert in_time.number not in now
    assert arrived.number in came


@pytest.mark.parametrize("name", ["overdue", "unbilled", "late_shipments"])
def test_a_page_asks_as_much_for_many_as_for_one(name, olga, client, django_assert_max_num_queries):
    invoice_overdue(3, by=olga)
    owed_since(3, by=olga)
    client.force_login(olga)
    page(client, name)
    with django_assert_max_num_queries(40) as one:
        page(client, name)
    for _each in range(3):
        invoice_overdue(4, by=olga)
        owed_since(4, by=olga)

    with django_assert_max_num_queries(len(one)):
        page(client, name)
