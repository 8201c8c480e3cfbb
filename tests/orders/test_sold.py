"""What was sold, and the documents behind each figure."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from catalog.models import ProductGroup
from catalog.vocabulary import Family, Kind
from clients.models import Region
from core import clock
from orders import actions
from orders.models import Position, WorkOrder
from orders.sold.reports import SoldReport
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def groups():
    mirrors = given.product_group("Зеркала", families=[Family.MIRROR])
    given.product_group("Стекло")
    return {"mirrors": mirrors, "services": given.product_group("Услуги", kinds=[Kind.SERVICE])}


@pytest.fixture
def director():
    return given.employee("director")


def rows(user, **filters):
    return {row["name"]: row for row in SoldReport(user, filters).table}


def listed(browser, address):
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.context["list"]


def test_a_line_keeps_the_first_group_that_fits_it(groups):
    order = given.order(given.mirror(), given.delivery())

    kept = [line.product_group.name for line in order.positions.order_by("ordinal")]

    assert kept == ["Зеркала", "Услуги"]


def test_a_group_that_is_switched_off_takes_no_new_lines(groups):
    ProductGroup.objects.filter(name="Зеркала").update(is_active=False)

    order = given.order(given.mirror())

    assert order.positions.get().product_group.name == "Стекло"


def test_groups_cost_no_query_for_each_line(groups):
    one = given.content(given.mirror())
    many = given.content(*[given.mirror(600 + place) for place in range(20)])
    by = given.employee()
    given.calculation(given.mirror(), by=by)

    asked = [queries_of(each, by) for each in (one, many)]

    assert asked[0] == asked[1]


def queries_of(content, by):
    with CaptureQueriesContext(connection) as seen:
        actions.calculate(content, by=by, token=uuid4())
    return len(seen)


def test_only_the_first_order_of_a_client_is_of_a_new_one():
    client = given.client()

    first, second = given.order(of=client), given.order(of=client)

    assert (first.is_of_new_client, second.is_of_new_client) == (True, False)


def test_an_older_order_from_a_file_makes_the_known_ones_repeated():
    client = given.client()
    order = given.order(of=client)
    older = given.order(of=client)
    then = clock.now() - timedelta(days=400)
    WorkOrder.objects.filter(pk=older.pk).update(accepted_at=then)

    WorkOrder.objects.mark_first([client.pk])

    order.refresh_from_db(), older.refresh_from_db()
    assert (older.is_of_new_client, order.is_of_new_client) == (True, False)


def test_sales_by_manager_lead_to_the_same_orders(director, login):
    olga, anna = given.employee(last_name="Ольшанская"), given.employee(last_name="Анина")
    client = given.client()
    mine = [given.order(of=client, by=olga), given.order(of=client, by=olga)]
    given.order(by=anna)
    cancelled = given.order(by=anna)
    actions.cancel(cancelled, by=director, ground="Передумали")

    report = SoldReport(director, {})
    row = next(each for each in report.table if each["manager"] == olga.pk)

    assert (row["orders"], row["sum"]) == (2, sum(order.total for order in mine))
    assert (row["repeated"], row["repeat_share"]) == (1, 50)
    assert report.totals["orders"] == 3
    cell = report.body()[report.table.index(row)][2]
    found = listed(login(director), cell["url"])
    assert found.summary()["totals"][0]["value"] == row["sum"]


def test_sales_by_group_add_up_lines_and_lead_to_them(director, groups, login):
    order = given.order(given.mirror(), given.delivery())
    service = order.positions.get(kind=Kind.SERVICE)

    report = SoldReport(director, {"by": "product_group"})
    row = next(each for each in report.table if each["name"] == "Услуги")

    assert row["sum"] == service.total
    assert report.totals["sum"] == order.total
    cells = report.body()[report.table.index(row)]
    lines = listed(login(director), cells[2]["url"])
    assert list(lines.queryset) == [service]
    assert list(listed(login(director), cells[1]["url"]).queryset) == [order]


@pytest.mark.parametrize("by", ["is_of_new_client", "ad_source", "client__region", "month"])
def test_every_cut_leads_to_lists_with_the_same_count(director, login, by):
    region = Region.objects.create(name="Подмосковье")
    client = given.client()
    client.region = region
    client.save(update_fields=["region"])
    given.order(of=client), given.order(of=client), given.order()

    report = SoldReport(director, {"by": by})

    assert sum(row["orders"] for row in report.table) == report.totals["orders"] == 3
    for row, cells in zip(report.table, report.body(), strict=True):
        assert listed(login(director), cells[1]["url"]).queryset.count() == row["orders"]


def test_sales_by_segment_of_clients(director, login):
    firms = given.segment(given.condition("name", "contains", "Ромашка"), by=director)
    client = given.organisation()
    order = given.order(of=client)
    given.order()

    report = SoldReport(director, {"by": "segment"})

    [row] = report.table
    assert (row["name"], row["sum"]) == (firms.name, order.total)
    assert listed(login(director), report.body()[0][2]["url"]).queryset.get() == order


def test_margin_is_for_those_who_see_costs(director):
    given.costs()
    order = given.order()

    seen = rows(director)[order.manager.short_name]
    accountant = SoldReport(given.employee("accountant"), {})

    assert seen["earned"] == seen["net"] - seen["spent"] > 0
    assert "earned" not in {column.code for column in accountant.columns}


def test_a_manager_sees_the_sales_of_the_office(login):
    olga = given.employee()
    given.order(by=olga)
    given.order(by=given.employee(office=given.office("Офис на Соколе")))

    answer = login(olga).get(reverse("core:report", args=["sold"]))

    assert answer.context["report"].totals["orders"] == 1
    assert Position.objects.count() == 2


def test_figures_do_not_depend_on_the_number_of_orders(director, django_assert_num_queries):
    given.order(), given.order()
    with django_assert_num_queries(3):
        assert SoldReport(director, {}).totals["sum"] > Decimal(0)
        assert SoldReport(director, {"by": "month"}).table
