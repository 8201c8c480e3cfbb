"""A plan is drafted, typed, accepted, copied and compared; an accepted version never changes."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from catalog.vocabulary import Kind
from core import clock
from core.errors import Refused
from orders.models import WorkOrder
from sales.models import PlanLine, SalesPlan
from sales.plan import actions
from sales.plan.actions.draft_plan import PlanContent, Source
from sales.plan.cells import Row, grid
from sales.plan.lifecycle import PlanStatus
from sales.plan.versions import changed_rows
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def director():
    return given.employee("director")


@pytest.fixture
def olga():
    return given.employee(last_name="Ольшанская")


def sold(by, day, **fields):
    order = given.order(by=by, **fields)
    moment = datetime(*day, 9, tzinfo=UTC)
    WorkOrder.objects.filter(pk=order.pk).update(accepted_at=moment)
    return order


def test_a_plan_begins_with_what_was_sold_and_growth(director, olga):
    order = sold(olga, (2025, 3, 4))

    content = PlanContent(2026, Source.FACT, Decimal(10))
    plan = actions.draft_plan(content, by=director)

    line = plan.lines.get()
    hundreds = round(round(order.total / 100) * 100 * Decimal("1.1") / 100) * 100
    assert (line.manager, line.month, line.amount) == (olga, 3, hundreds)


def test_it_is_divided_by_group_and_by_new_and_regular_clients(director, olga):
    mirrors = given.product_group("Зеркала")
    client = given.client()
    given.product_group("Услуги", kinds=[Kind.SERVICE])
    sold(olga, (2025, 3, 4), of=client)
    sold(olga, (2025, 3, 5), of=client)

    content = PlanContent(2026, Source.FACT, by_group=True, by_clientele=True)
    plan = actions.draft_plan(content, by=director)

    found = {(line.product_group, line.clientele) for line in plan.lines.all()}
    assert found == {(mirrors, "new"), (mirrors, "regular")}
    assert {row.key.clientele for row in grid(plan, director).rows} == {"new", "regular"}


def test_the_plan_of_a_year_before_is_copied_with_growth(director, olga):
    given.sales_plan((olga, 5, 200_000), year=2025, by=director)

    plan = actions.draft_plan(PlanContent(2026, Source.PLAN, Decimal(5)), by=director)

    assert plan.lines.get().amount == 210_000


def test_an_accepted_version_is_not_edited_but_copied(director, olga):
    plan = given.sales_plan((olga, 5, 100), by=director)
    cell = {(Row(olga.pk), 5): Decimal(300)}
    with pytest.raises(Refused, match="принята"):
        actions.write_plan(plan, by=director, cells=cell)

    copy = actions.copy_plan(plan, by=director)
    actions.write_plan(copy, by=director, cells=cell)

    assert copy.number == plan.number + 1
    assert PlanLine.objects.get(plan=plan).amount == 100
    [changed] = changed_rows(plan, copy, director)
    assert (changed.before, changed.after, changed.difference) == (100, 300, 200)


def test_a_draft_of_the_year_is_the_only_one(director, olga):
    given.sales_plan((olga, 5, 100), by=director, is_accepted=False)

    with pytest.raises(Refused, match="черновик"):
        actions.draft_plan(PlanContent(clock.today().year), by=director)


def test_the_newest_accepted_version_is_in_force(director, olga):
    first = given.sales_plan((olga, 5, 100), by=director)
    copy = actions.copy_plan(first, by=director)
    year = first.year
    assert SalesPlan.objects.in_force(year) == first

    actions.accept_plan(copy, by=director)

    assert SalesPlan.objects.in_force(year) == copy


def test_an_empty_plan_is_not_accepted(director):
    plan = actions.draft_plan(PlanContent(2026), by=director)

    with pytest.raises(Refused, match="пуст"):
        actions.accept_plan(plan, by=director)

    assert actions.drop_plan(plan, by=director).status == PlanStatus.DROPPED


def test_a_manager_makes_no_plan(olga):
    with pytest.raises(PermissionDenied):
        actions.draft_plan(PlanContent(2026), by=olga)


def test_a_cell_is_typed_on_the_page_and_the_sums_come_back(director, olga, login, htmx):
    plan = given.sales_plan((olga, 1, 1000), by=director, is_accepted=False)

    answer = login(director).post(
        reverse("sales:write_plan", args=[plan.pk]),
        {f"cell:{olga.pk}-0-:2": "2 500,50"},
        headers=htmx,
    )

    assert "sum-month-2" in answer.content.decode()
    assert plan.lines.get(month=2).amount == Decimal("2500.50")
    assert grid(plan, director).total == Decimal("3500.50")


def test_what_is_no_sum_is_refused_in_words(director, olga, login, htmx):
    plan = given.sales_plan((olga, 1, 1000), by=director, is_accepted=False)

    address = reverse("sales:write_plan", args=[plan.pk])
    answer = login(director).post(address, {f"cell:{olga.pk}-0-:2": "много"}, headers=htmx)

    assert answer.status_code == 409
    assert not plan.lines.filter(month=2).exists()


def test_the_pages_show_the_plan_to_the_managers_of_the_office(director, olga, login):
    far = given.employee(office=given.office("Офис на Соколе"), last_name="Дальняя")
    plan = given.sales_plan((olga, 1, 1000), (far, 1, 2000), by=director)
    copy = actions.copy_plan(plan, by=director)
    browser = login(olga)

    page = browser.get(plan.get_absolute_url()).content.decode()

    assert "Ольшанская" in page
    assert "Дальняя" not in page
    assert browser.get(copy.get_absolute_url()).status_code == 404
    assert browser.get(reverse("sales:plans")).status_code == 200
    compared = reverse("sales:compare_plans", args=[copy.pk])
    assert login(director).get(compared).status_code == 200
