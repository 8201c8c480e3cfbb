from datetime import timedelta

import pytest

from core import clock
from orders.jobs import archive_handed_over
from orders.work_orders.lifecycle import Status
from tests import given

pytestmark = pytest.mark.django_db


def state_of(order):
    order.refresh_from_db()
    return order.status


def test_the_order_stays_at_hand_as_long_as_the_firm_wants():
    firm = given.firm()
    firm.archive_after_days = 3
    firm.save()
    order = given.handed_over_order()

    with clock.at(clock.now() + timedelta(days=2)):
        archive_handed_over()
    assert state_of(order) == Status.HANDED_OVER

    with clock.at(clock.now() + timedelta(days=3, minutes=1)):
        archive_handed_over()
    assert state_of(order) == Status.ARCHIVED
    assert order.steps.last().by.is_robot


def test_a_delay_that_is_taken_off_archives_all_that_waited():
    firm = given.firm()
    firm.archive_after_days = 30
    firm.save()
    orders = [given.handed_over_order() for _ in range(2)]
    firm.archive_after_days = 0
    firm.save()

    archive_handed_over()
    archive_handed_over()

    assert {state_of(order) for order in orders} == {Status.ARCHIVED}
