"""Three tries in vain: the order carries a flag until its client is reached."""

from datetime import timedelta

import pytest

from core import clock
from interactions import actions as calls
from interactions.models import Interaction
from orders import actions
from orders.models import WorkOrder
from orders.work_orders.term import Contact
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(olga):
    return given.ready_order(by=olga)


def call_about(order):
    return Interaction.objects.owed().about(order).get()


def try_in_vain(order, by, times=1):
    for _turn in range(times):
        calls.hold(call_about(order), by=by, result="not_reached")


def flag_of(order):
    order.refresh_from_db()
    return order.contact


def rings(person):
    return person.notifications.filter(key__startswith="unreached:").count()


def test_the_third_try_in_vain_raises_the_flag(order, olga):
    try_in_vain(order, olga, times=2)
    assert flag_of(order) is None

    try_in_vain(order, olga)

    assert flag_of(order) == Contact.UNREACHED
    assert list(WorkOrder.objects.unreached()) == [order]


def test_manager_and_directors_learn_it_once(order, olga):
    director, other = given.employee("director"), given.employee()

    try_in_vain(order, olga, times=5)

    assert (rings(olga), rings(director), rings(other)) == (1, 1, 0)


def test_somebody_who_asked_to_be_called_later_was_reached(order, olga):
    try_in_vain(order, olga, times=2)
    later = clock.now() + timedelta(days=1)
    calls.hold(call_about(order), by=olga, result="again", again_at=later)
    try_in_vain(order, olga)

    assert flag_of(order) is None


def test_a_talk_takes_the_flag_down(order, olga):
    try_in_vain(order, olga, times=3)

    calls.hold(call_about(order), by=olga, result="reached")

    assert flag_of(order) is None
    assert not WorkOrder.objects.unreached().exists()


def test_after_a_talk_three_new_tries_are_needed(order, olga):
    try_in_vain(order, olga, times=3)
    call = call_about(order)
    calls.hold(call, by=olga, result="reached")
    calls.reopen(call, by=olga)

    try_in_vain(order, olga)
    assert flag_of(order) is None


@pytest.mark.parametrize("end", ["fetched", "returned", "cancelled"])
def test_an_order_that_waits_no_more_has_no_flag(order, olga, end):
    try_in_vain(order, olga, times=3)
    order.refresh_from_db()

    if end == "fetched":
        actions.hand_over(order, by=olga, amount=order.debt)
    elif end == "returned":
        pks = list(order.positions.values_list("pk", flat=True))
        director = given.employee("director")
        actions.return_for_rework(order, by=director, positions=pks, reason="Скол")
    else:
        actions.cancel(order, by=olga, ground="Клиент отказался")

    assert flag_of(order) is None


def test_a_planned_call_about_something_else_raises_no_flag(olga):
    call = given.planned_call(by=olga)

    for _turn in range(3):
        calls.hold(call, by=olga, result="not_reached")

    assert not WorkOrder.objects.exclude(unreached_at=None).exists()


def test_the_flag_stands_on_the_orders_page(login, order, olga):
    try_in_vain(order, olga, times=3)

    page = login(olga).get(order.get_absolute_url()).content.decode()

    assert 'id="storage-title"' in page
