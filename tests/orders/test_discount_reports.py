"""Discounts against the policy, and the margin of orders: each figure opens its list."""

from decimal import Decimal

import pytest
from django.urls import reverse

from orders import actions
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def director(login):
    person = given.employee("director", last_name="Директоров")
    person.browser = login(person)
    return person


def report(person, code, **filters):
    answer = person.browser.get(reverse("core:report", args=[code]), filters)
    assert answer.status_code == 200
    return answer.context["report"]


def test_what_each_manager_gave_and_what_of_it_was_beyond_the_policy(director):
    given.price_list()
    olga = given.employee("manager", last_name="Ольгина")
    given.discount_rule("Всем", 3)
    maria = given.client()
    given.order(by=olga, of=maria, discount_percent=Decimal(3))
    given.order(by=director, of=maria, discount_percent=Decimal(10))
    given.order(by=olga, of=maria)

    rows = {row["name"]: row for row in report(director, "discounts_against_policy").table}

    assert set(rows) == {olga.short_name, director.short_name}
    mine = rows[director.short_name]
    assert (mine["orders"], mine["beyond"], mine["given"]) == (1, 1, mine["beyond_given"])
    assert mine["given"] == pytest.approx(Decimal("176.80"), abs=1)
    assert rows[olga.short_name]["beyond"] == 0


def test_by_client_and_each_figure_opens_the_orders_it_counts(director):
    given.price_list()
    given.discount_rule("Всем", 3)
    maria, anna = given.client("Мария"), given.client("Анна", "+7 916 000-00-02")
    for of, percent in ((maria, 10), (maria, 2), (anna, 2)):
        given.order(by=director, of=of, discount_percent=Decimal(percent))
    given.order(by=director, of=maria)

    found = report(director, "discounts_against_policy", by="client")
    rows = {row["name"]: row for row in found.table}
    assert {name: (row["orders"], row["beyond"]) for name, row in rows.items()} == {
        "Мария": (2, 1),
        "Анна": (1, 0),
    }
    urls = {column.code: column.link(rows["Мария"], found.filters) for column in found.columns[1:]}
    for figure, count in (("orders", 2), ("beyond", 1)):
        listed = director.browser.get(urls[figure]).context["list"].queryset
        assert listed.count() == count


def test_the_margin_of_each_order_and_of_all_together(director):
    given.costs()
    rich = given.order(by=director)
    poor = given.order(by=director, of=rich.client, discount_percent=Decimal(30))
    given.costs()
    found = report(director, "margin_by_order")

    rows = {row["number"]: row for row in found.table}
    assert [row["number"] for row in found.table] == [poor.number, rich.number]
    assert (rows[rich.number]["cost"], rows[rich.number]["margin"]) == (824, Decimal("43.1"))
    whole = {cell["column"].code: cell["value"] for cell in found.foot()}
    assert whole["earned"] == rows[rich.number]["earned"] + rows[poor.number]["earned"]
    assert rows[poor.number]["margin"] < whole["margin"] < rows[rich.number]["margin"]


def test_a_remake_costs_and_brings_nothing(director):
    given.costs()
    handed_over = given.handed_over_order(by=director)
    pieces = {each.pk: each.quantity for each in handed_over.positions.all()}
    free = actions.remake(handed_over, by=director, positions=pieces, reason="Лопнуло")

    row = next(
        row for row in report(director, "margin_by_order").table if row["number"] == free.number
    )
    assert (row["earned"], row["margin"]) == (-824, None)


def test_an_order_whose_cost_is_not_known_has_no_margin_to_count(director):
    given.price_list()
    given.order(by=director)
    assert report(director, "margin_by_order").table == []


def test_margins_are_for_those_who_see_costs(login):
    browser = login(given.employee("manager"))
    assert browser.get(reverse("core:report", args=["margin_by_order"])).status_code == 403
