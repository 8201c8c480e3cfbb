"""Ready work that nobody fetches: calls by steps, and the list of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core import clock
from interactions import actions as calls
from interactions.models import Interaction
from orders import actions
from orders.models import WorkOrder
from tests import given
from tests.orders.waiting import READY_AT, after, beat, ready_order

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(olga):
    return ready_order(by=olga)


def follow_up_calls(order):
    return Interaction.objects.about(order).filter(reason="order_unclaimed")


def tries_of(order):
    """How often the call came up: each time it is owed anew it rings for its manager."""
    return order.manager.notifications.filter(url=follow_up_calls(order).get().get_absolute_url())


def page_of(login, person):
    return login(person).get(reverse("orders:unclaimed")).content.decode()


def test_the_first_call_is_owed_after_so_many_days(order):
    beat(days=2)
    assert not follow_up_calls(order).exists()

    beat(days=3)

    call = follow_up_calls(order).get()
    assert (call.is_planned, call.responsible) == (True, order.manager)
    assert order.number in call.purpose


def test_it_takes_the_place_of_a_ready_call_that_nobody_settled(order):
    beat(days=3)

    assert Interaction.objects.owed().about(order).get().reason == "order_unclaimed"


def test_the_next_step_owes_a_call_again(order, olga):
    beat(days=3)
    with after(days=4):
        calls.hold(follow_up_calls(order).get(), by=olga, result="reached")
    beat(days=9)
    assert not follow_up_calls(order).get().is_planned

    beat(days=10)

    assert follow_up_calls(order).get().is_planned
    assert tries_of(order).count() == 2


def test_twice_late_or_silent_for_days_each_step_is_made_once(order, olga):
    beat(days=5)
    with after(days=5, hours=1):
        calls.hold(follow_up_calls(order).get(), by=olga, result="reached")
    beat(days=5, hours=2)
    beat(days=7)
    assert not follow_up_calls(order).get().is_planned

    beat(days=12)
    beat(days=12, hours=1)

    assert tries_of(order).count() == 2


def test_steps_missed_together_are_made_by_one_call(order):
    beat(days=20)
    beat(days=20, hours=1)

    assert tries_of(order).count() == 1


def test_a_fetched_order_owes_nothing(order, olga):
    beat(days=3)
    actions.hand_over(order, by=olga, amount=order.debt)
    beat(days=10)

    assert not Interaction.objects.owed().about(order).exists()


def test_ready_again_after_rework_it_begins_anew(order, director):
    beat(days=10)
    piece = order.positions.get()
    with after(days=11):
        actions.return_for_rework(order, by=director, positions=[piece.pk], reason="Скол")
        for step in (actions.start, actions.finish, actions.check):
            step(piece, by=director)
        actions.arrive(order, by=director)
    beat(days=13)
    assert not follow_up_calls(order).get().is_planned

    beat(days=14)

    assert follow_up_calls(order).get().is_planned


def test_goods_and_services_wait_for_nobody(olga):
    with clock.at(READY_AT):
        given.order(given.delivery(), by=olga)

    beat(days=40)

    assert not Interaction.objects.exists()
    with after(days=40):
        assert not WorkOrder.objects.unclaimed(3).exists()


def test_the_list_says_what_comes_next(login, order, director):
    with after(days=2):
        assert order.number not in page_of(login, director)
    with after(days=3):
        assert order.number in page_of(login, director)
    with after(days=30):
        actions.warn_of_storage(order, by=director)
    with after(days=60):
        actions.warn_of_storage(order, by=director)
        assert "01.07.2026" in page_of(login, director)


def test_a_manager_may_look_and_not_warn(login, order, olga):
    with after(days=30):
        assert order.number in page_of(login, olga)
        answer = login(olga).post(reverse("orders:warn_of_storage", args=[order.pk]))

    assert answer.status_code == 403


def test_the_firm_sets_its_own_terms(order):
    firm = given.firm()
    firm.unclaimed_call_days = [1]
    firm.save()

    beat(days=1)

    assert follow_up_calls(order).exists()


def test_a_client_not_reached_stands_in_the_list_before_the_first_step(login, director):
    order = given.ready_order()
    assert order.number not in page_of(login, director)

    WorkOrder.objects.filter(pk=order.pk).update(unreached_at=clock.now())

    assert order.number in page_of(login, director)


def test_twenty_orders_cost_the_list_as_many_queries_as_one(login, director, order):
    browser, address = login(director), reverse("orders:unclaimed")

    def queries():
        with after(days=40), CaptureQueriesContext(connection) as asked:
            browser.get(address)
        return len(asked)

    queries()
    with_one = queries()
    with clock.at(READY_AT):
        for _turn in range(5):
            given.ready_order()

    assert queries() == with_one


def test_the_list_goes_to_excel_with_its_days(login, director, order):
    with after(days=12):
        answer = login(director).get(reverse("core:list_export", args=["unclaimed", "csv"]))

    line = next(
        line for line in b"".join(answer).decode("utf-8-sig").splitlines() if order.number in line
    )
    assert "12" in line
