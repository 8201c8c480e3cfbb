"""What a client has ordered, paid and owes stands in one row that no verb can forget."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from django.db import connection

from clients.models import Client, ClientSummary
from orders import actions, figures
from orders.models import WorkOrder
from tests import given

pytestmark = pytest.mark.django_db


def of(client):
    return ClientSummary.objects.get(client=client)


def test_a_new_client_has_nothing_yet():
    summary = of(given.client())

    assert (summary.orders_count, summary.ordered_sum, summary.last_order_at) == (0, 0, None)


def test_a_calculation_counts_nothing_and_its_acceptance_does():
    calculation = given.calculation()
    assert of(calculation.client).orders_count == 0

    order = given.order(of=calculation.client)

    summary = of(order.client)
    assert (summary.orders_count, summary.ordered_sum) == (1, order.total)
    assert summary.debt_sum == order.total
    assert summary.first_order_at == summary.last_order_at == order.accepted_at


def test_money_moves_from_owed_to_paid():
    order = given.order()

    actions.take_payment(order, by=order.manager, amount=Decimal(500), method="cash")

    summary = of(order.client)
    assert (summary.paid_sum, summary.debt_sum) == (Decimal(500), order.total - 500)


def test_a_cancelled_order_is_no_order_any_more():
    order = given.order()

    actions.cancel(order, by=order.manager, ground="Передумал")

    summary = of(order.client)
    assert (summary.orders_count, summary.ordered_sum, summary.last_order_at) == (0, 0, None)


def test_orders_that_move_to_another_client_take_their_figures_along():
    order, other = given.order(), given.client()

    WorkOrder.objects.filter(pk=order.pk).update(client=other)

    assert of(order.client).orders_count == 0
    assert of(other).ordered_sum == order.total


def test_what_was_copied_in_past_the_triggers_is_mended_and_counted():
    order, quiet = given.order(), given.client()
    ClientSummary.objects.update(ordered_sum=7)

    assert figures.refresh_all() == 2
    assert figures.refresh_all() == 0
    assert of(order.client).ordered_sum == order.total
    assert of(quiet).ordered_sum == 0


@pytest.mark.django_db(transaction=True)
def test_two_orders_of_one_client_changed_at_once_are_both_counted():
    client = given.client()
    orders = [given.order(of=client) for _ in range(4)]

    def grow(order):
        try:
            for _ in range(10):
                WorkOrder.objects.filter(pk=order.pk).update(total=order.total + 100)
                WorkOrder.objects.filter(pk=order.pk).update(total=order.total)
            WorkOrder.objects.filter(pk=order.pk).update(total=order.total + 100)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(grow, orders))

    assert Client.objects.get(pk=client.pk).summary.ordered_sum == sum(
        order.total + 100 for order in orders
    )
