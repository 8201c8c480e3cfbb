"""The list of orders as a board: columns by state, and steps that a card may take."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse

from core import clock
from core.lists import declared
from orders.models import WorkOrder
from orders.work_orders.board import OrderBoard
from orders.work_orders.lifecycle import Status
from tests import given

pytestmark = pytest.mark.django_db


def columns(browser, **query):
    answer = browser.get(reverse("orders:board"), query)
    assert answer.status_code == 200
    return {column.state: column for column in answer.context["list"].stacks()}


def on(column):
    return [card.row for card in column.cards]


def test_every_order_stands_in_the_column_of_its_state(login, olga):
    orders = {
        Status.CALCULATION: given.calculation(by=olga),
        Status.ACCEPTED: given.order(by=olga),
        Status.CHECKED: given.checked_order(by=olga),
        Status.READY: given.ready_order(by=olga),
    }

    shown = columns(login(olga))

    assert {state: on(column) for state, column in shown.items() if column.cards} == {
        state: [order] for state, order in orders.items()
    }


def test_the_filters_of_the_list_apply(login, olga):
    small, large = given.order(by=olga), given.order(given.mirror(1600, 900), by=olga)
    browser = login(olga)

    assert on(columns(browser, text="зеркало 600")[Status.ACCEPTED]) == [small]
    assert on(columns(browser, sum_from="2500")[Status.ACCEPTED]) == [large]
    assert on(columns(browser, chip="ready")[Status.ACCEPTED]) == []


def test_a_column_shows_the_first_and_names_the_list_of_the_rest(login, olga, monkeypatch):
    monkeypatch.setattr(OrderBoard, "shown", 2)
    for _ in range(3):
        given.order(by=olga)
    browser = login(olga)

    column = columns(browser, text="зеркало")[Status.ACCEPTED]
    rest = browser.get(column.url).context["list"]

    assert (len(column.cards), column.has_more) == (2, True)
    assert len(rest.page.rows) == 3


def test_a_card_offers_the_steps_of_its_state_to_those_with_the_right(login, olga):
    order = given.checked_order(by=olga)

    card = columns(login(olga))[Status.CHECKED].cards[0]
    looks = columns(login(given.employee("quality")))[Status.CHECKED].cards[0]

    leads_to = json.loads(card.leads_to)
    assert leads_to[Status.READY] == {
        "url": reverse("orders:arrive", args=[order.pk]),
        "asks": False,
    }
    assert leads_to[Status.HANDED_OVER]["asks"]
    assert Status.ACCEPTED not in leads_to
    assert looks.turns == []


def test_a_step_taken_on_the_board_is_the_step_of_the_page(login, olga, htmx):
    order = given.checked_order(by=olga)
    browser = login(olga)
    card = columns(browser)[Status.CHECKED].cards[0]

    taken = browser.post(json.loads(card.leads_to)[Status.READY]["url"], headers=htmx)
    again = browser.post(json.loads(card.leads_to)[Status.READY]["url"], headers=htmx)

    assert on(columns(browser)[Status.READY]) == [order]
    assert taken.headers["HX-Redirect"] == order.get_absolute_url()
    assert again.status_code == 409
    assert "notice" in again.content.decode()


def test_the_part_that_is_refreshed_says_what_was_done(login, olga, htmx):
    order = given.checked_order(by=olga)
    browser = login(olga)

    browser.post(reverse("orders:arrive", args=[order.pk]), headers=htmx)
    part = browser.get(reverse("orders:board"), headers=htmx).content.decode()

    assert "<html" not in part
    assert 'hx-swap-oob="true"' in part
    assert "is-success" in part


def test_sums_and_clients_are_for_those_with_the_right(login):
    given.order()
    shown = login(given.employee(may=["orders.view_workorder"])).get(reverse("orders:board"))

    for words in ["₽", "Светлова"]:
        assert words not in shown.content.decode()


def test_the_board_costs_the_same_for_many_cards_as_for_one(
    login, olga, django_assert_num_queries, django_assert_max_num_queries
):
    given.order(by=olga)
    browser = login(olga)
    browser.get(reverse("orders:board"))

    with django_assert_max_num_queries(14) as counted:
        browser.get(reverse("orders:board"))
    for _ in range(5):
        given.order(by=olga)
    with django_assert_num_queries(len(counted)):
        browser.get(reverse("orders:board"))


def test_folders_and_columns_are_counted_by_a_second_request(login, olga, monkeypatch):
    monkeypatch.setattr(OrderBoard, "shown", 1)
    for _ in range(2):
        given.order(by=olga)
    given.ready_order(given.mirror(1600, 900), by=olga)
    browser = login(olga)

    at_first = browser.get(reverse("orders:board")).content.decode()
    counted = browser.get(reverse("orders:board"), {"count": 1}).context["list"]
    narrowed = browser.get(reverse("orders:board"), {"count": 1, "text": "1600"}).context["list"]

    assert "count=1" in at_first
    folders = {chip["code"]: chip["count"] for chip in counted.counted_chips()}
    assert (folders["in_work"], folders["ready"]) == ("2", "1")
    assert dict(counted.counts())[Status.ACCEPTED] == "2"
    assert dict(narrowed.counts())[Status.ACCEPTED] == "0"
    assert dict(narrowed.counts())[Status.READY] == "1"


def test_the_count_stops_at_a_thousand(login, olga, monkeypatch):
    monkeypatch.setattr(declared, "COUNTED_EXACTLY", 1)
    for _ in range(2):
        given.order(by=olga)

    page = login(olga).get(reverse("orders:board"), {"count": 1}).content.decode()

    assert (
        '<span class="text-secondary" id="count-accepted" hx-swap-oob="true">1\xa0000+</span>'
        in page
    )


def test_the_navigation_leads_into_the_folders_of_the_list(login, olga):
    late = given.order(by=olga)
    WorkOrder.objects.filter(pk=late.pk).update(promised_on=clock.today() - timedelta(days=1))
    given.ready_order(by=olga)
    browser = login(olga)

    page = browser.get(reverse("orders:index")).content.decode()
    folder = f"{reverse('orders:index')}?chip=overdue"
    opened = browser.get(folder)

    for chip in ("in_work", "ready", "archive", "awaited", "overdue"):
        assert f'href="{reverse("orders:index")}?chip={chip}"' in page
    assert [line["row"] for line in opened.context["list"].body()] == [late]
    assert f'href="{folder}"\n               aria-current="page"' in opened.content.decode()
