"""Each figure about interests opens a list with the same count; times are working time."""

from datetime import datetime, timedelta
from decimal import Decimal
from urllib.parse import urlsplit

import pytest
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from clients.models import AdSource
from core import clock
from core.models import OutgoingMessage
from sales.interests import actions, monthly
from sales.interests.lists import InterestList
from sales.interests.reports import InterestsOfMonth, InterestsReport, InterestTimes, UnmetDemand
from sales.models import MonthTold
from tests import given

pytestmark = pytest.mark.django_db
MONDAY_NOON = datetime(2026, 11, 16, 12, 0, tzinfo=timezone.get_default_timezone())
HOUR = timedelta(hours=1)
PERIOD = {"since": "2026-11-01", "until": "2026-11-30"}


@pytest.fixture
def month(olga, vera):
    """Of Olga: one in a deal, one unmet, one waiting; of Vera: one late, of a regular client."""
    site = AdSource.objects.create(name="Сайт")
    glass, mirrors = given.product_group("Витражи"), given.product_group("Зеркала")
    with clock.at(MONDAY_NOON):
        order = given.order(by=vera)
        sold = given.interest(
            by=olga, ad_source=site, product_groups=[glass, mirrors], expected_sum=Decimal(100)
        )
        unmet = given.interest(by=olga, ad_source=site, product_groups=[glass])
        given.interest(by=olga, expected_sum=Decimal(50))
        late = given.interest(order.client, by=vera, product_groups=[mirrors])
    with clock.at(MONDAY_NOON + HOUR):
        actions.answer(sold, by=olga)
        actions.refuse(unmet, by=olga, loss_reason=given.loss_reason("Не делаем", is_unmet=True))
    with clock.at(MONDAY_NOON + 3 * HOUR):
        actions.answer(late, by=vera)
        process = given.process()
        actions.turn_into_deal(sold, by=olga, process=process, title="Витраж")
    return {"olga": olga, "vera": vera}


def opened(counted):
    """How many figures open a list, each of which has as many rows."""
    count = 0
    for row in [*counted.body(), counted.foot()]:
        for cell in row:
            if cell["url"]:
                query = QueryDict(urlsplit(cell["url"]).query)
                assert InterestList(counted.user, query).queryset.count() == cell["value"], cell
                count += 1
    return count


@pytest.mark.parametrize(
    "by",
    ["ad_source", "product_groups", "responsible", "is_need", "status", "loss_reason", "month"],
)
def test_each_figure_opens_its_list(month, director, by):
    counted = InterestsReport(director, {**PERIOD, "by": by})

    assert opened(counted) > 4


def test_an_interest_in_two_groups_is_one_in_the_total(month, director):
    counted = InterestsReport(director, {**PERIOD, "by": "product_groups"})

    table = {row["name"]: row for row in counted.table}
    assert (table["Витражи"]["all"], table["Зеркала"]["all"]) == (2, 2)
    assert counted.totals["all"] == 4
    assert counted.totals["expected_sum"] == Decimal(150)
    assert counted.totals["conversion"] == 25


def test_an_empty_period_is_empty_and_divides_by_nothing(director):
    for kind in (InterestsReport, UnmetDemand, InterestTimes, InterestsOfMonth):
        counted = kind(director, {"since": "2020-01-01", "until": "2020-01-31"})
        assert (counted.table, opened(counted)) == ([], 0)


def test_unmet_demand_is_told_by_what_was_wanted(month, director):
    counted = UnmetDemand(director, {**PERIOD, "by": "product_groups"})

    assert [(row["name"], row["all"]) for row in counted.table] == [("Витражи", 1)]
    assert opened(counted) == 2


def test_times_are_medians_of_working_time_by_employee(month, director):
    with clock.at(MONDAY_NOON + 4 * HOUR):
        counted = InterestTimes(director, PERIOD)
        table = {row["name"].split()[0]: row for row in counted.table}

        assert (table["Ольшанская"]["answer_half"], table["Ольшанская"]["answered"]) == (1, 2)
        assert table["Ольшанская"]["overdue"] == 1
        assert table["Ольшанская"]["share"] == 67
        assert table["Ольшанская"]["decision_half"] == 2  # between one hour and three
        assert table["Ольшанская"]["decision_most"] == Decimal("2.8")
        assert (table["Верещагина"]["answer_most"], table["Верещагина"]["share"]) == (3, 0)
        assert counted.totals["answered"] == 3
        assert opened(counted) > 6


def test_on_the_first_working_day_the_director_gets_the_month_once(month, director, bells):
    type(director).objects.update(email="")
    type(director).objects.filter(pk=director.pk).update(email="boss@naryad.ru")
    december = datetime(2026, 12, 1, 9, 0, tzinfo=timezone.get_default_timezone())
    with clock.at(december - timedelta(days=1)):
        MonthTold.objects.create(month="2026-10-01", told_at=clock.now())
        assert not monthly.tell_month()
    with clock.at(december):
        told = [monthly.tell_month(), monthly.tell_month()]

    assert told == [True, False]
    assert len([line for line in bells(director) if "КП по сотрудникам" in line]) == 1
    letter = OutgoingMessage.objects.get(to="boss@naryad.ru")
    assert "Ольшанская Ольга: интересов 3, потребностей 0" in letter.body
    assert "Верещагина Вера: интересов 0, потребностей 1" in letter.body


def test_a_month_that_begins_with_holidays_waits_for_work(director, bells):
    with clock.at(datetime(2027, 1, 5, 12, 0, tzinfo=timezone.get_default_timezone())):
        assert not monthly.tell_month()
    with clock.at(datetime(2027, 1, 20, 12, 0, tzinfo=timezone.get_default_timezone())):
        assert monthly.tell_month()  # whatever kept it, it is made up for


def test_the_reports_are_pages(login, month, director):
    browser = login(director)
    for code in ("interests", "unmet_demand", "interest_times", "interests_of_month"):
        assert browser.get(reverse("core:report", args=[code]), PERIOD).status_code == 200
