from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from itertools import count
from uuid import uuid4

import pytest
from django.db import connection

from clients.models import Client
from core.errors import Refused
from core.models import Document
from orders import actions
from orders.models import Payment, WorkOrder
from orders.work_orders.actions.keep import FormSpent
from orders.work_orders.lifecycle import Status
from orders.work_orders.pricing import LineContent, NewClient, OrderContent, Prepayment
from tests import given

pytestmark = pytest.mark.django_db
STRANGER = NewClient("Мария Светлова", "+7 916 123-45-67")
THOUSAND = Prepayment(Decimal(1000), "cash")


def test_one_press_makes_the_client_the_order_its_number_the_payment_and_the_papers():
    olga = given.employee("manager")

    order = actions.take(given.content(of=STRANGER), by=olga, token=uuid4(), prepayment=THOUSAND)

    assert (order.number, order.status) == (f"{order.year}-000001", Status.ACCEPTED)
    assert order.client.main_phone.e164 == "+79161234567"
    assert (order.total, order.paid, order.debt) == (1768, 1000, 768)
    assert set(Document.objects.of(order).values_list("kind", flat=True)) == {
        "work_order",
        "receipt",
    }


def test_the_receipt_knows_the_prepayment():
    order = given.order(paid=1000)

    receipt = Document.objects.of(order).get(kind="receipt")

    assert receipt.content["debt"] == "768.00"


def test_pressing_twice_makes_one_order_one_client_and_one_payment():
    olga, token = given.employee("manager"), uuid4()
    content = given.content(of=STRANGER)

    first = actions.take(content, by=olga, token=token, prepayment=THOUSAND)
    second = actions.take(content, by=olga, token=token, prepayment=THOUSAND)

    assert second == first
    assert (WorkOrder.objects.count(), Client.objects.count(), Payment.objects.count()) == (1, 1, 1)


def test_a_form_that_became_an_order_does_not_swallow_another_one():
    olga, token = given.employee("manager"), uuid4()
    actions.take(given.content(of=STRANGER), by=olga, token=token)

    with pytest.raises(FormSpent):
        actions.take(given.content(given.mirror(900), of=STRANGER), by=olga, token=token)

    assert WorkOrder.objects.count() == 1


def test_a_refused_prepayment_leaves_neither_order_nor_client_nor_a_gap():
    olga = given.employee("manager")
    too_much = Prepayment(Decimal(100_000), "card")

    with pytest.raises(Refused, match=r"1\s768"):
        actions.take(given.content(of=STRANGER), by=olga, token=uuid4(), prepayment=too_much)

    assert not WorkOrder.objects.exists()
    assert not Client.objects.exists()
    assert given.order(by=olga).seq == 1


def test_a_calculation_is_accepted_later_with_its_own_price():
    calculation = given.calculation()

    order = actions.accept(calculation, by=calculation.manager, version=calculation.version)

    assert (order.status, order.total) == (Status.ACCEPTED, calculation.total)
    assert order.positions.get().operations.queued().count() == 2


def test_a_warning_of_the_trade_needs_a_reason_before_the_order_is_accepted():
    olga, wide = given.employee("manager"), given.mirror(3000, 3000)
    silent = given.content(wide)
    told = OrderContent(
        client=silent.client,
        lines=(LineContent(wide, {"sheet_size": "склеим из двух", "facet_wide": "так просит"}),),
    )

    with pytest.raises(Refused, match="3210"):
        actions.take(silent, by=olga, token=uuid4())
    order = actions.take(told, by=olga, token=uuid4())

    assert order.status == Status.ACCEPTED


def test_prices_older_than_two_weeks_are_not_accepted_unseen():
    calculation = given.calculation()
    WorkOrder.objects.update(priced_on="2026-01-01")

    with pytest.raises(Refused, match="14"):
        actions.accept(calculation, by=calculation.manager)


@pytest.mark.django_db(transaction=True)
def test_fifty_orders_by_eight_hands_have_no_gap_and_no_double():
    people = [given.employee("manager") for _ in range(8)]
    ivan, source = given.client(), given.content()
    content = OrderContent(client=ivan, lines=source.lines)
    numbers = count()

    def take(_):
        try:
            by = people[next(numbers) % 8]
            return actions.take(content, by=by, token=uuid4(), prepayment=THOUSAND).seq
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as hands:
        taken = list(hands.map(take, range(50)))

    assert sorted(taken) == list(range(1, 51))


@pytest.mark.django_db(transaction=True)
def test_eight_presses_at_once_make_one_order():
    olga, token = given.employee("manager"), uuid4()
    content = given.content(of=STRANGER)

    def press(_):
        try:
            return actions.take(content, by=olga, token=token, prepayment=THOUSAND).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as hands:
        assert len(set(hands.map(press, range(8)))) == 1

    assert (Client.objects.count(), Payment.objects.get().amount) == (1, 1000)
