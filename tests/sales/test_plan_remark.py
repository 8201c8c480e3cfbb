"""Plan against fact; from a difference to a task that is confirmed and comes back."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from company.deadlines.ringing import warn_of_due
from company.models import Notification
from core import clock
from core.errors import Refused
from sales.models import PlanRemark, SalesPlan
from sales.plan import actions
from sales.plan.cells import Row
from sales.plan.lifecycle import RemarkStatus
from sales.plan.reports import PlanFactReport
from tasks.models import Task
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def director():
    return given.employee("director")


@pytest.fixture
def olga():
    return given.employee(last_name="Ольшанская")


@pytest.fixture
def order(olga):
    return given.order(by=olga)


@pytest.fixture
def plan(director, olga):
    return given.sales_plan((olga, clock.today().month, 100_000), by=director)


def test_the_fact_of_a_month_is_the_sum_of_its_accepted_orders(director, olga, plan, order, login):
    report = PlanFactReport(director, {})

    [row] = report.table

    assert (row["planned"], row["sold"]) == (100_000, order.total)
    assert row["difference"] == order.total - 100_000
    listed = login(director).get(report.body()[0][2]["url"]).context["list"]
    assert list(listed.queryset) == [order]


@pytest.mark.parametrize("by", ["product_group", "clientele", "month"])
def test_every_cut_adds_up_to_the_same_fact(director, olga, order, by):
    given.sales_plan((olga, clock.today().month, 5000), by=director)

    report = PlanFactReport(director, {"by": by})

    assert report.totals["sold"] == order.total


def test_figures_cost_the_same_questions_however_many_managers(
    director, plan, order, django_assert_num_queries
):
    with django_assert_num_queries(8):
        assert PlanFactReport(director, {}).totals
    given.order()
    with django_assert_num_queries(8):
        assert len(PlanFactReport(director, {}).table) == 2


def test_a_difference_becomes_a_task_of_the_manager(director, olga, plan, order):
    remark = given.plan_remark(olga, by=director)

    task = Task.objects.get()
    assert (task.assignee, task.author, task.subject_for(olga)) == (olga, director, remark)
    assert remark.difference == order.total - 100_000


def test_the_manager_understands_and_the_director_hears_of_it(director, olga, plan):
    remark = given.plan_remark(olga, by=director)

    actions.understand_plan_remark(remark, by=olga)

    remark.refresh_from_db()
    assert remark.status == RemarkStatus.UNDERSTOOD
    bell = Notification.objects.get(recipient=director)
    assert "Ольшанская" in bell.text


def test_only_the_manager_may_say_that_it_is_understood(director, olga, plan, login):
    remark = given.plan_remark(olga, by=director)
    address = reverse("sales:understand_plan_remark", args=[remark.pk])

    assert login(director).post(address).status_code == 403
    assert login(given.employee()).post(address).status_code == 404
    assert login(olga).post(address).status_code == 302


def test_it_comes_back_on_its_date_with_the_difference_of_then(director, olga, plan, login):
    remark = given.plan_remark(olga, by=director, days=1)
    later = clock.now() + timedelta(days=1)
    order = given.order(by=olga)

    with clock.at(later):
        warn_of_due()
        warn_of_due()

    remark.refresh_from_db()
    assert remark.status == RemarkStatus.BACK
    assert remark.difference_back == order.total - 100_000
    assert (
        Notification.objects.filter(recipient=director, key__startswith="plan-remark").count() == 1
    )
    assert login(director).get(remark.get_absolute_url()).status_code == 200


def test_a_closed_remark_does_not_come_back(director, olga, plan):
    remark = given.plan_remark(olga, by=director, days=1)
    actions.close_plan_remark(remark, by=director)

    with clock.at(clock.now() + timedelta(days=2)):
        warn_of_due()

    remark.refresh_from_db()
    assert remark.status == RemarkStatus.CLOSED


def test_the_plan_is_corrected_in_one_move_as_a_new_version(director, olga, plan, login):
    month = clock.today()
    query = f"?month={month:%Y-%m}&manager={olga.pk}"
    page = login(director).get(reverse("sales:plan_difference") + query)
    assert page.status_code == 200

    answer = login(director).post(
        reverse("sales:correct_plan") + query,
        {"row": str(Row(olga.pk)), "amount": "80 000", "note": "Ушёл крупный клиент"},
    )

    assert answer.status_code == 302
    in_force = SalesPlan.objects.in_force(plan.year)
    assert (in_force.number, in_force.made_from) == (plan.number + 1, plan)
    assert in_force.lines.get().amount == Decimal(80_000)
    assert plan.lines.get().amount == 100_000
    assert Notification.objects.filter(recipient=olga).exists()


def test_a_task_is_set_on_the_page_of_the_difference(director, olga, plan, login):
    query = f"?month={clock.today():%Y-%m}&manager={olga.pk}"
    back = clock.today() + timedelta(days=3)

    login(director).post(
        reverse("sales:set_plan_remark") + query,
        {"text": "Обзвонить постоянных", "back_on": back.isoformat()},
    )

    assert PlanRemark.objects.get().manager == olga


def test_it_comes_back_on_a_later_day(olga, plan):
    with pytest.raises(Refused):
        given.plan_remark(olga, days=0)
