"""What orders show on the pages of others: home, search, client's card, calls to make."""

from datetime import timedelta

import pytest
from django.urls import reverse

from core import clock, registry
from interactions.models import Interaction
from orders import actions, home, panels, search
from orders.models import WorkOrder
from tests import given

pytestmark = pytest.mark.django_db


def test_a_ready_order_owes_a_call_to_its_client(olga):
    order = given.checked_order(by=olga)

    actions.arrive(order, by=given.employee("foreman"))

    call = Interaction.objects.owed().get()
    assert (call.client, call.responsible, call.office) == (order.client, olga, order.office)
    assert order.number in call.purpose


def test_the_call_is_due_only_while_the_order_waits(olga):
    order = given.ready_order(by=olga, paid=1768)
    call = Interaction.objects.owed().get()
    reason = registry.owed_call_reasons[call.reason]
    assert reason.still_due(call)
    assert order.number in reason.script(call)

    actions.hand_over(order, by=olga)

    assert not reason.still_due(call)


def test_the_script_names_what_is_to_be_paid(olga):
    given.ready_order(by=olga, paid=1000)
    call = Interaction.objects.owed().get()

    assert "768,00" in registry.owed_call_reasons[call.reason].script(call)


def test_home_shows_what_waits_what_is_due_and_what_is_late(login, olga):
    waiting, due, late = given.ready_order(by=olga), given.order(by=olga), given.order(by=olga)
    today = clock.today()
    WorkOrder.objects.filter(pk=due.pk).update(promised_on=today)
    WorkOrder.objects.filter(pk=late.pk).update(promised_on=today - timedelta(days=2))

    blocks = {code: block(olga) for code, block in home.BLOCKS.items()}

    assert {code: block["orders"] for code, block in blocks.items()} == {
        "ready": [waiting],
        "due_today": [due],
        "overdue": [late],
    }
    browser = login(olga)
    for block in blocks.values():
        assert [line["row"] for line in browser.get(block["url"]).context["list"].body()] == (
            block["orders"]
        )
    assert waiting.number in browser.get(reverse("today")).content.decode()


def test_search_finds_an_order_by_its_number_and_tells_no_client_to_the_wrong_person(olga):
    order = given.order(by=olga)
    looks = given.employee(may=["orders.view_workorder"])

    (hit,) = search.by_number_or_description(olga, order.number, 5)
    (bare,) = search.by_number_or_description(looks, "1", 5)

    assert (hit.title, hit.url) == (order.number, order.get_absolute_url())
    assert "Светлова" in hit.note
    assert "Светлова" not in bare.note
    assert search.by_number_or_description(olga, "витраж 600", 5) == []


def test_the_clients_card_shows_orders_and_debt(login, olga):
    maria = given.client()
    order = given.order(by=olga, of=maria, paid=768)
    given.calculation(by=olga, of=maria)

    panel = panels.of_client(maria, olga)

    assert (len(panel["orders"]), panel["count"], panel["debt"]) == (2, "2", 1000)
    assert order.number in login(olga).get(maria.get_absolute_url()).content.decode()
    looks = given.employee(may=["orders.view_workorder", "clients.view_client"])
    assert panels.of_client(maria, looks)["debt"] is None
