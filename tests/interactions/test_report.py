"""Each figure of the report opens a list with the same count."""

from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from django.http import QueryDict

from core import clock
from interactions import actions
from interactions.lists import InteractionList
from interactions.reports import InteractionsReport
from tests import given
from tests.interactions.kinds import kind

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=ZoneInfo("Europe/Moscow"))
PERIOD = {"since": "2026-10-25", "until": "2026-12-05"}


@pytest.fixture(autouse=True)
def friday_noon():
    with clock.at(NOON):
        yield


@pytest.fixture
def olga():
    """Two months of Olga and Marina: held, overdue, ahead and cancelled of two kinds."""
    olga, marina = given.employee(last_name="Ольгина"), given.employee(last_name="Маринина")
    maria, petr = given.client("Мария", by=olga), given.client("Пётр", "89160001122", by=olga)
    with clock.at(NOON - timedelta(days=24)):
        actions.register(maria, by=olga, kind=kind("call", "in"), purpose="Цена")
    actions.register(petr, by=marina, kind=kind("meeting"), purpose="Образцы")
    for by, of, hours in ((olga, maria, -30), (olga, petr, 3), (marina, maria, 48)):
        given.planned_call(of, by=by, in_hours=hours)
    actions.cancel(given.planned_call(maria, by=marina), by=marina, reason="Ошибка")
    given.planned_call(maria, by=olga, in_hours=24 * 40)  # after the period
    return olga


def listed(user, url):
    query = QueryDict(urlsplit(url).query)
    return InteractionList(user, query).queryset.count()


@pytest.mark.parametrize("by", ["responsible", "kind", "client", "month"])
def test_a_figure_and_its_list_have_the_same_count(olga, by):
    report = InteractionsReport(olga, {**PERIOD, "by": by})

    figures = [cell for row in report.body() for cell in row if cell["url"]]

    assert figures
    for cell in figures:
        assert listed(olga, cell["url"]) == cell["value"], cell["url"]
    sums = {name: report.totals[name] for name in ("held", "overdue", "ahead", "unheld")}
    assert sums == {"held": 2, "overdue": 1, "ahead": 2, "unheld": 1}


def test_it_may_be_narrowed_to_a_manager_and_a_kind(olga):
    report = InteractionsReport(olga, {**PERIOD, "by": "client", "responsible": str(olga.pk)})

    assert [(row["name"], row["held"]) for row in report.table] == [("Мария", 1), ("Пётр", 0)]
    (url,) = {
        cell["url"] for row in report.body() for cell in row if "chip=held" in str(cell["url"])
    }
    assert parse_qs(urlsplit(url).query)["responsible"] == [str(olga.pk)]


def test_months_are_those_of_the_firm(olga):
    with clock.at(datetime(2026, 11, 1, 0, 30, tzinfo=ZoneInfo("Europe/Moscow"))):
        actions.register(given.client("Анна"), by=olga, kind=kind(), purpose="Ночью")

    report = InteractionsReport(olga, {**PERIOD, "by": "month"})

    assert [row["held"] for row in report.table] == [1, 2]


def test_the_page_opens(login, olga):
    assert login(olga).get("/reports/interactions/", PERIOD).status_code == 200
