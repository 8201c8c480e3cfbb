"""Changes that wait for the foreman: on the first page, in a list, and in the orders' folder."""

import pytest
from django.urls import reverse

from orders import actions
from orders.models import WorkOrder
from tests import given

pytestmark = pytest.mark.django_db
LIST = reverse("orders:amendments")


@pytest.fixture
def asked():
    """A begun mirror becomes higher, and the foreman is asked."""
    order = given.order()
    actions.start(order.positions.get(), by=given.employee("worker"))
    drafted = given.amendment(order, by=order.manager, reason="Ниша выше, чем думали")
    return actions.ask_consent(drafted, by=order.manager)


def test_the_foreman_finds_it_above_the_queue(login, asked):
    shown = login(given.employee("foreman")).get(reverse("production:queue"))

    assert asked.get_absolute_url() in shown.text
    assert "Ниша выше" in shown.text


def test_a_worker_is_not_asked(login, asked):
    worker = login(given.employee("worker"))

    assert asked.get_absolute_url() not in worker.get(reverse("production:queue")).text
    assert worker.get(LIST).status_code == 403


def test_a_director_finds_it_on_today(login, asked):
    assert asked.get_absolute_url() in login(given.employee("director")).get("/").text


def test_once_consented_it_waits_for_the_client_and_nobody_is_asked(login, asked):
    foreman = given.employee("foreman")
    browser = login(foreman)
    assert asked.get_absolute_url() in browser.get(f"{LIST}?chip=waiting").text

    decisions = {asked.order.positions.get().pk: "anew"}
    actions.consent_amendment(asked, by=foreman, decisions=decisions)

    assert asked.get_absolute_url() not in browser.get(f"{LIST}?chip=waiting").text
    assert asked.get_absolute_url() in browser.get(f"{LIST}?chip=at_client").text
    assert asked.get_absolute_url() not in browser.get(reverse("production:queue")).text


def test_the_folder_of_what_waits_for_a_decision_holds_its_order(asked):
    given.order()
    assert list(WorkOrder.objects.waiting_for_approval()) == [asked.order]

    actions.refuse_amendment(asked, by=given.employee("foreman"), note="Уже закалено")

    assert not WorkOrder.objects.waiting_for_approval().exists()
