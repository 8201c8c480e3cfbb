"""From the workshop to the office that took the order."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interactions.models import Interaction
from orders.work_orders.lifecycle import Status
from tests import given

pytestmark = pytest.mark.django_db
TRANSPORT = reverse("production:transport")


def arrive(browser, order, **more):
    return browser.post(reverse("production:arrive", args=[order.pk]), **more)


def test_checked_orders_stand_by_office_without_prices_and_clients(login):
    sokol = given.office("Офис на Соколе")
    there = given.checked_order(by=given.employee("manager", office=sokol))
    given.order()

    page = login(given.employee("driver")).get(TRANSPORT).content.decode().replace("\xa0", " ")

    assert page.count("<article") == 1
    assert page.index(sokol.name) < page.index(there.number)
    for secret in ("Светлова", "916", "₽", "1 768", "1768"):
        assert secret not in page


def test_bringing_an_order_makes_it_ready_and_owes_the_call(login, htmx):
    order = given.checked_order()

    answer = arrive(login(given.employee("driver")), order, headers=htmx)

    order.refresh_from_db()
    assert order.status == Status.READY
    assert order.number not in answer.content.decode()
    assert Interaction.objects.filter(client=order.client).count() == 1


def test_a_second_person_is_told_that_it_is_there_already(login, htmx):
    order = given.checked_order()
    arrive(login(given.employee("driver")), order)

    answer = arrive(login(given.employee("foreman")), order, headers=htmx)

    assert answer.status_code == 409
    assert answer["HX-Retarget"] == "#refusal"


def test_a_manager_brings_the_orders_of_the_own_office_only(login):
    order = given.checked_order()
    here, elsewhere = (
        given.employee("manager"),
        given.employee("manager", office=given.office("Офис на Соколе")),
    )

    assert order.number in login(here).get(TRANSPORT).content.decode()
    assert order.number not in login(elsewhere).get(TRANSPORT).content.decode()
    assert arrive(login(elsewhere), order).status_code == 404


def test_a_worker_brings_nothing(login):
    order = given.checked_order()
    worker = login(given.employee("worker"))

    assert worker.get(TRANSPORT).status_code == 403
    assert arrive(worker, order).status_code == 403


def test_twenty_orders_cost_as_many_queries_as_one(login):
    browser = login(given.employee("driver"))
    given.checked_order()
    browser.get(TRANSPORT)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            browser.get(TRANSPORT)
        return len(asked)

    with_one = queries()
    for _turn in range(19):
        given.checked_order()

    assert queries() == with_one <= 8
