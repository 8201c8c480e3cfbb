"""The funnel: how far the deals of a period have come, and what stands in each stage."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from core import clock
from sales.deals import actions
from sales.funnel.cohort import Pace
from sales.funnel.reports import FunnelOfDay, FunnelOfPeriod, periods
from sales.models import Deal, ProcessStage, ProcessVersion
from tests import given

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
MARCH = {"since": "2026-03-01", "until": "2026-03-31"}


@pytest.fixture
def olga():
    return given.employee()


@pytest.fixture
def boss():
    return given.employee("commercial")


def opened(at, *, by, reaches="met", **content):
    """A deal opened `at` that moves on by a day for each stage."""
    with clock.at(at):
        deal = given.deal(by=by, **content)
    for day, stage in enumerate(deal.process_version.stages.all()[1:], start=1):
        if deal.stage.key == reaches:
            break
        with clock.at(at + timedelta(days=day)):
            deal = actions.move(deal, to=stage, by=by)
    return deal


def of_period(user, **filters):
    return FunnelOfPeriod(user, MARCH | {"process": given.process().pk} | filters).table


def of_day(user, day, **filters):
    return FunnelOfDay(user, {"on": day, "process": given.process().pk} | filters).table


def test_of_the_deals_of_a_period_it_says_how_many_have_come_how_far(olga, boss):
    for reaches in ("met", "met", "offered", "agreed"):
        opened(MONDAY, by=olga, reaches=reaches, expected_sum=Decimal(1000))

    met, offered, agreed, won = of_period(boss)

    assert [row["count"] for row in (met, offered, agreed, won)] == [4, 2, 1, 0]
    assert [row["sum"] for row in (met, offered, agreed, won)] == [4000, 2000, 1000, 0]
    assert (offered["of_first"], agreed["of_first"], agreed["of_previous"]) == (50, 25, 50)


def test_a_deal_that_went_back_has_come_as_far_as_it_was(olga, boss):
    deal = opened(MONDAY, by=olga, reaches="agreed")
    first = deal.process_version.stages.first()

    actions.move(deal, to=first, by=olga)

    assert [row["count"] for row in of_period(boss)] == [1, 1, 1, 0]


def test_deals_of_other_days_and_other_processes_are_not_counted(olga, boss):
    opened(MONDAY - timedelta(days=2), by=olga)
    with clock.at(MONDAY):
        given.deal(by=olga, along=given.process("Монтаж"))

    assert [row["count"] for row in of_period(boss)] == [0, 0, 0, 0]


def test_a_period_without_deals_is_shown_as_such(boss, login):
    given.process()

    answer = login(boss).get(reverse("core:report", args=["funnel_of_period"]), MARCH)

    assert of_period(boss) == []
    assert "Choose other dates" in answer.text or "Выберите" in answer.text


def test_the_period_before_and_last_year_stand_beside_it(olga, boss):
    opened(MONDAY, by=olga, reaches="offered")
    opened(datetime(2025, 3, 3, 9, tzinfo=UTC), by=olga, reaches="agreed")
    opened(datetime(2025, 3, 3, 9, tzinfo=UTC), by=olga)

    _met, offered, agreed, _won = of_period(boss)

    assert (offered["of_first"], offered["last_year"], offered["before"]) == (100, 50, None)
    assert (agreed["of_first"], agreed["last_year"]) == (0, 50)


def test_the_period_before_is_as_long_and_ends_where_this_one_begins():
    march = date(2026, 3, 1), date(2026, 3, 31)

    _now, before, last_year = periods(*march)

    assert [f"{day:%d.%m.%Y}" for day in before] == ["29.01.2026", "28.02.2026"]
    assert [f"{day:%d.%m.%Y}" for day in last_year] == ["01.03.2025", "31.03.2025"]


def test_days_in_a_stage_are_held_against_the_norm(olga, boss):
    quick = opened(MONDAY, by=olga)
    slow = opened(MONDAY, by=olga)
    for deal, days in ((quick, 2), (slow, 14)):
        with clock.at(MONDAY + timedelta(days=days)):
            actions.move(deal, to=deal.process_version.stages.get(key="offered"), by=olga)

    met, *_others = of_period(boss)

    assert (met["median"], met["norm"], met["within"]) == (2, 5, 50)


def test_the_median_is_the_middle_of_all_stays():
    assert Pace(Counter({1: 2, 3: 1, 9: 2})).median == 3
    assert Pace(Counter()).median is None


def test_a_stage_that_is_gone_counts_as_the_one_before_it(olga, boss):
    opened(MONDAY, by=olga, reaches="offered")
    process = given.process()
    newer = ProcessVersion.objects.create(
        process=process, number=2, made_at=clock.now(), made_by=boss
    )
    for place, key in enumerate(("met", "agreed")):
        ProcessStage.objects.create(version=newer, key=key, name=key, ordinal=place, probability=50)
    opened(MONDAY, by=olga, reaches="agreed")

    assert [row["count"] for row in of_period(boss)] == [2, 1, 0]


def test_a_manager_counts_the_deals_of_the_own_office(olga):
    opened(MONDAY, by=olga)
    elsewhere = given.employee(office=given.office("Офис на Соколе"))
    opened(MONDAY, by=elsewhere)

    assert of_period(olga)[0]["count"] == 1


def test_it_is_narrowed_by_manager_and_source(olga, boss):
    site = given.ad_source("Сайт")
    opened(MONDAY, by=olga, ad_source=site)
    opened(MONDAY, by=boss)

    assert of_period(boss, responsible=olga.pk)[0]["count"] == 1
    assert of_period(boss, ad_source=site.pk)[0]["count"] == 1


def test_the_snapshot_says_what_stands_in_each_stage(olga, boss):
    opened(MONDAY, by=olga, expected_sum=Decimal(1000))
    opened(MONDAY, by=olga, reaches="offered", expected_sum=Decimal(500))

    met, offered, agreed = of_day(boss, "2026-03-10")

    assert [row["count"] for row in (met, offered, agreed)] == [1, 1, 0]
    assert (met["weighted"], offered["weighted"]) == (100, 200)
    assert (met["median"], offered["median"]) == (5, 4)  # the 9th was a holiday
    assert met["month_before"] is None


def test_any_past_day_shows_what_stood_then(olga, boss):
    opened(MONDAY, by=olga, reaches="agreed")

    assert [row["count"] for row in of_day(boss, "2026-03-02")] == [1, 0, 0]
    assert [row["count"] for row in of_day(boss, "2026-03-03")] == [0, 1, 0]
    assert of_day(boss, "2026-02-27") == []


def test_what_is_longer_there_than_the_norm_is_counted(olga, boss):
    opened(MONDAY, by=olga)

    assert [row["over"] for row in of_day(boss, "2026-03-06")] == [0, 0, 0]
    assert [row["over"] for row in of_day(boss, "2026-03-16")] == [1, 0, 0]


def test_the_number_of_questions_does_not_grow(olga, boss, django_assert_max_num_queries):
    for _ in range(3):
        opened(MONDAY, by=olga, reaches="agreed")

    with django_assert_max_num_queries(12):
        of_period(boss)
    with django_assert_max_num_queries(12):
        of_day(boss, "2026-03-10")
    assert Deal.objects.count() == 3


def test_it_is_narrowed_by_a_segment_of_clients(olga, boss):
    romashka, other = given.client("Ромашка"), given.client("Светлова")
    opened(MONDAY, by=olga, of=romashka)
    opened(MONDAY, by=olga, of=other)
    segment = given.segment(given.condition("name", "contains", "ромаш"), by=boss)

    assert of_period(boss, segment=segment.pk)[0]["count"] == 1


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_behind_each_figure_of_the_period_are_as_many_deals(olga, boss, login, place):
    for reaches in ("met", "offered", "agreed"):
        opened(MONDAY, by=olga, reaches=reaches)
    won = opened(MONDAY, by=olga, reaches="agreed")
    actions.win(won, by=olga)

    row = of_period(boss)[place]

    assert row["count"] == [4, 3, 2, 1][place]
    assert behind(login(boss), row) == row["count"]


@pytest.mark.parametrize("place", [0, 1])
def test_behind_each_figure_of_a_day_are_as_many_deals(olga, boss, login, place):
    for reaches in ("met", "met", "offered"):
        opened(MONDAY, by=olga, reaches=reaches)
    gone = opened(MONDAY, by=olga, reaches="met")
    with clock.at(MONDAY + timedelta(days=20)):
        actions.move(gone, to=gone.process_version.stages.get(key="agreed"), by=olga)

    row = of_day(boss, "2026-03-10")[place]

    assert row["count"] == [3, 1][place]
    assert behind(login(boss), row) == row["count"]


def behind(browser, row) -> int:
    """How many rows the list has that the figure opens."""
    return browser.get(row["url"]).context["list"].queryset.count()
