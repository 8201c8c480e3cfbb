"""How long clients stay, and what is expected of one."""

from datetime import timedelta
from decimal import Decimal

import pytest

from clients.models import AverageRelation, ClientSummary
from clients.relation_length import count_average, expected_value
from core import clock
from tests import given

pytestmark = pytest.mark.django_db


def ordered(number, orders, *, first_days_ago, last_days_ago=0, amount=100_000):
    client = given.client(f"Клиент {number}", f"+7 916 000-00-{number:02}")
    rows = ClientSummary.objects.filter(client=client)
    rows.update(
        orders_count=orders,
        ordered_sum=amount,
        first_order_at=clock.now() - timedelta(days=first_days_ago),
        last_order_at=clock.now() - timedelta(days=last_days_ago),
    )
    return rows.get()


def test_the_average_is_of_regular_clients_from_their_first_order_to_the_last():
    ordered(1, 5, first_days_ago=1000, last_days_ago=100)
    ordered(2, 2, first_days_ago=400, last_days_ago=100)
    ordered(3, 1, first_days_ago=2000, last_days_ago=2000)

    counted = count_average()

    assert (counted.days, counted.clients_count) == (600, 2)


def test_counted_twice_a_day_it_is_one_row_and_without_regular_clients_none():
    assert count_average() is None
    ordered(1, 5, first_days_ago=1000, last_days_ago=100)
    count_average()
    ordered(2, 5, first_days_ago=500, last_days_ago=100)
    count_average()
    assert AverageRelation.objects.get().clients_count == 2


def expected(**summary):
    average = AverageRelation(counted_on=clock.today(), days=1200, clients_count=40)
    return expected_value(ordered(1, **summary), average, clock.today())


def test_what_is_expected_is_the_pace_so_far_over_the_average_relation():
    assert expected(orders=4, first_days_ago=601) == pytest.approx(Decimal(200_000), abs=400)


def test_a_young_relation_is_taken_for_a_year():
    young = expected(orders=1, first_days_ago=3)
    assert young == Decimal("328767.12")


def test_never_less_than_what_is_ordered_already():
    assert expected(orders=9, first_days_ago=4000) == 100_000
