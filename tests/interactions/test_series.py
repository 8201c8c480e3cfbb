"""A meeting planned again and again: made two weeks ahead, foreseen in the calendar, ended."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from threading import Barrier
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse
from icalendar import Calendar

from core import clock, links
from core.errors import Refused
from interactions import actions
from interactions.lifecycle import Status
from interactions.models import Interaction, InteractionSeries
from tests import given
from tests.interactions.kinds import kind

pytestmark = pytest.mark.django_db
MOSCOW = ZoneInfo("Europe/Moscow")
THURSDAY = datetime(2026, 11, 19, 9, 0, tzinfo=MOSCOW)


@pytest.fixture(autouse=True)
def thursday():
    with clock.at(THURSDAY):
        yield


def days(series):
    rows = Interaction.objects.filter(series=series).order_by("planned_at")
    return [f"{each.planned_at.astimezone(MOSCOW):%d.%m %H:%M}" for each in rows]


def make_on(moment):
    with clock.at(moment):
        actions.make_occurrences()


def test_the_next_two_weeks_are_made_and_no_more_on_the_same_day(olga):
    series = given.series(by=olga)  # Fridays, from tomorrow on

    assert days(series) == ["20.11 12:00", "27.11 12:00"]
    actions.make_occurrences()
    assert days(series) == ["20.11 12:00", "27.11 12:00"]
    make_on(THURSDAY + timedelta(days=1))
    assert days(series) == ["20.11 12:00", "27.11 12:00", "04.12 12:00"]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("daily", ["20.11", "23.11", "24.11", "25.11", "26.11", "27.11", "30.11"]),
        ("weekly", ["20.11", "27.11"]),
        ("monthly", ["20.11"]),
    ],
)
def test_days_off_are_passed_over(olga, period, expected):
    made = [day[:5] for day in days(given.series(by=olga, period=period))]

    assert made[: len(expected)] == expected


def test_where_the_day_is_free_it_is_the_next_working_day(olga):
    given.free_day(date(2026, 11, 27))

    assert days(given.series(by=olga)) == ["20.11 12:00", "30.11 12:00"]


def test_it_stops_on_its_last_day(olga):
    series = given.series(by=olga, for_days=10)

    make_on(THURSDAY + timedelta(days=30))

    assert days(series) == ["20.11 12:00", "27.11 12:00"]
    assert not InteractionSeries.objects.running().exists()


def test_after_an_outage_nothing_is_made_for_days_that_are_past(olga):
    series = given.series(by=olga)

    make_on(THURSDAY + timedelta(days=32))

    assert days(series)[:3] == ["20.11 12:00", "27.11 12:00", "25.12 12:00"]


def test_each_is_like_the_first_with_its_people_and_its_reminder(olga):
    petr = given.employee()
    series = given.series(by=olga, minutes=90, participants=[petr], remind_before=60)

    first, second = Interaction.objects.filter(series=series).order_by("planned_at")

    assert (second.purpose, second.minutes, second.kind) == (first.purpose, 90, first.kind)
    assert second.participants.get().employee == petr
    assert second.reminders.get().at == second.planned_at - timedelta(hours=1)


def test_one_is_moved_and_another_called_off_and_they_do_not_come_back(olga):
    series = given.series(by=olga)
    first, second = Interaction.objects.filter(series=series).order_by("planned_at")
    moved_to = first.planned_at + timedelta(days=3)

    actions.move(first, by=olga, planned_at=moved_to, responsible=olga)
    actions.cancel(second, by=olga, reason="Клиент в отъезде")
    make_on(THURSDAY + timedelta(hours=5))

    assert Interaction.objects.filter(series=series).count() == 2
    first.refresh_from_db()
    assert first.planned_at == moved_to


def events(browser, days=42):
    since = clock.midnight(clock.today())
    span = {"start": since.isoformat(), "end": (since + timedelta(days=days)).isoformat()}
    found = json.loads(browser.get(reverse("interactions:events"), span).content)["events"]
    return {event["start"][:10]: event for event in found}


def test_what_is_not_made_yet_is_foreseen_in_the_calendar(login, olga):
    series = given.series(by=olga)

    shown = events(login(olga))

    assert shown["2026-11-27"]["state"] == "ahead"
    foreseen = shown["2026-12-04"]
    assert (foreseen["state"], foreseen["drag"]) == ("foreseen", "")
    assert foreseen["url"] == series.get_absolute_url()
    assert len({event["id"] for event in shown.values()}) == len(shown) == 6


def test_made_before_its_time_it_can_be_moved(login, olga):
    series = given.series(by=olga)
    browser = login(olga)
    way = reverse("interactions:make_occurrence", args=[series.pk])
    assert "Запланировать" in browser.get(series.get_absolute_url()).content.decode()

    answer = browser.post(way, {"day": "2026-12-18"})

    made = Interaction.objects.get(series=series, series_day=date(2026, 12, 18))
    assert answer["Location"] == made.get_absolute_url()
    assert events(browser)["2026-12-18"]["state"] == "ahead"
    make_on(THURSDAY + timedelta(days=20))
    assert Interaction.objects.filter(series_day=date(2026, 12, 18)).count() == 1
    assert browser.post(way, {"day": "2026-12-19"}).status_code == 409
    assert browser.post(way, {"day": "завтра"}).status_code == 400


def test_for_a_calendar_outside_it_is_one_entry_before_and_after(client, olga):
    given.series(by=olga)
    token = links.make(olga, purpose="calendar", by=olga)
    way = reverse("interactions:subscription", args=[token])

    def read():
        found = Calendar.from_ical(client.get(way).content).walk("VEVENT")
        return {f"{event.start.astimezone(MOSCOW):%d.%m}": event for event in found}

    before = read()
    make_on(THURSDAY + timedelta(days=3))
    after = read()

    assert (before["04.12"]["STATUS"], after["04.12"]["STATUS"]) == ("TENTATIVE", "CONFIRMED")
    assert before["04.12"]["UID"] == after["04.12"]["UID"]
    assert before.keys() == after.keys()


def test_ended_nothing_more_comes_and_what_is_planned_is_called_off(login, olga):
    petr = given.employee()
    series = given.series(by=olga, participants=[petr])
    browser = login(olga)
    with clock.at(THURSDAY + timedelta(days=1, hours=5)):
        actions.hold(Interaction.objects.earliest("planned_at"), by=olga, result="reached")
        browser.post(reverse("interactions:end_series", args=[series.pk]))
    make_on(THURSDAY + timedelta(days=10))

    rows = Interaction.objects.filter(series=series).order_by("series_day")
    assert [each.status for each in rows] == [Status.HELD, Status.CANCELLED]
    assert list(events(browser)) == ["2026-11-20"]
    assert petr.notifications.filter(text__startswith="Больше не повторяется").exists()
    with pytest.raises(Refused):
        actions.end_series(series, by=olga)


def test_it_is_for_those_who_record_interactions_and_see_it(login, olga):
    series = given.series(by=olga)
    far = given.employee(office=given.office("Офис на Соколе"))
    looker = given.employee(may=["interactions.view_interaction"])

    assert login(far).get(series.get_absolute_url()).status_code == 404
    for verb in (
        lambda: actions.end_series(series, by=looker),
        lambda: actions.make_occurrence(series, by=looker, day=date(2026, 12, 4)),
    ):
        with pytest.raises(PermissionDenied):
            verb()


def test_it_is_typed_where_a_meeting_is_planned(login, olga):
    browser, way = login(olga), reverse("interactions:add", args=[given.client().pk])
    typed = {
        "kind": kind("meeting").pk,
        "purpose": "Отчёт о ходе работ",
        "planned_at": "2026-11-23T15:00",
        "minutes": 60,
        "period": "weekly",
        "responsible": olga.pk,
    }

    assert browser.post(way, typed).status_code == 422
    assert browser.post(way, typed | {"until": "2026-12-31", "planned_at": ""}).status_code == 422
    assert browser.post(way, typed | {"until": "2026-11-23"}).status_code == 409
    assert not Interaction.objects.exists()
    browser.post(way, typed | {"until": "2026-12-31"})

    series = InteractionSeries.objects.get()
    assert (series.weekdays, series.at.hour, series.until) == ([1], 15, date(2026, 12, 31))
    assert days(series) == ["23.11 15:00", "30.11 15:00"]
    card = browser.get(Interaction.objects.earliest("planned_at").get_absolute_url())
    assert series.get_absolute_url() in card.content.decode()


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_make_each_one_once(olga):
    series = given.series(by=olga, period="daily")
    together = Barrier(2)

    def work(_number):
        with clock.at(THURSDAY + timedelta(days=5)):
            together.wait()
            actions.make_occurrences()
            connection.close()

    with ThreadPoolExecutor(2) as workers:
        list(workers.map(work, range(2)))

    made = days(series)
    assert len(made) == len(set(made)) == 13
