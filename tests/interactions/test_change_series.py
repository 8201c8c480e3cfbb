"""A repetition is changed from a day on: what was stays, what comes is otherwise."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core import clock
from core.errors import Refused
from interactions import actions
from interactions.lifecycle import Status
from interactions.models import Interaction, InteractionSeries
from tests import given

pytestmark = pytest.mark.django_db
MOSCOW = ZoneInfo("Europe/Moscow")
THURSDAY = datetime(2026, 11, 19, 9, 0, tzinfo=MOSCOW)
SECOND = date(2026, 11, 27)


@pytest.fixture(autouse=True)
def thursday():
    with clock.at(THURSDAY):
        yield


@pytest.fixture
def petr():
    return given.employee()


@pytest.fixture
def series(olga, petr):
    """Fridays at noon from tomorrow on; two of them are planned."""
    return given.series(by=olga, participants=[petr], remind_before=60)


def changed(series, by, since=SECOND, **other):
    same = {
        name: getattr(series, name)
        for name in (
            *("period", "weekdays", "month_day", "at", "minutes"),
            *("purpose", "place", "responsible", "remind_before", "until"),
        )
    }
    return actions.change_series(series, by=by, since=since, **same | other)


def days(series, **only):
    rows = Interaction.objects.filter(series=series, **only).order_by("planned_at")
    return [f"{each.planned_at.astimezone(MOSCOW):%d.%m %H:%M}" for each in rows]


def test_this_and_the_later_ones_have_the_new_hour_and_the_earlier_the_old(series, olga):
    new = changed(series, olga, at=time(15))

    assert days(series) == ["20.11 12:00"]
    assert days(new) == ["27.11 15:00"]
    with clock.at(THURSDAY + timedelta(days=8)):
        actions.make_occurrences()
    assert days(series) == ["20.11 12:00"]
    assert days(new) == ["27.11 15:00", "04.12 15:00", "11.12 15:00"]


def test_it_is_the_same_row_with_its_people_its_reminder_and_its_story(series, olga, petr):
    second = Interaction.objects.get(series=series, series_day=SECOND)

    changed(series, olga, at=time(15), purpose="Новая цель")

    second.refresh_from_db()
    assert (second.purpose, second.participants.get().employee) == ("Новая цель", petr)
    assert second.reminders.get().at == second.planned_at - timedelta(hours=1)
    assert "15:00" in second.steps.last().note
    assert petr.notifications.filter(text__startswith="Повторение изменено").count() == 1


def test_what_was_held_or_called_off_stays_and_does_not_come_back(series, olga):
    held = Interaction.objects.get(series=series, series_day=SECOND)
    third = actions.make_occurrence(series, by=olga, day=date(2026, 12, 4))
    actions.cancel(third, by=olga, reason="Праздник у клиента")
    with clock.at(THURSDAY + timedelta(days=8, hours=6)):
        actions.hold(held, by=olga, result="reached")
        new = changed(series, olga, minutes=90)
        actions.make_occurrences()

        held.refresh_from_db()
        assert (held.status, held.minutes) == (Status.HELD, 30)
        assert days(new, status=Status.PLANNED) == ["11.12 12:00"]


def test_another_day_of_the_week_takes_the_planned_ones_along(series, olga):
    second = Interaction.objects.get(series=series, series_day=SECOND)

    new = changed(series, olga, weekdays=[2])  # Tuesdays

    second.refresh_from_db()
    assert (second.series, second.series_day) == (new, date(2026, 12, 1))
    assert days(new) == ["01.12 12:00"]


def test_more_often_makes_the_missing_and_an_earlier_end_calls_off_the_rest(series, olga):
    daily = changed(series, olga, period="daily", weekdays=[], until=date(2026, 12, 1))
    assert days(daily) == ["27.11 12:00", "30.11 12:00", "01.12 12:00"]

    monthly = changed(
        daily, olga, period="monthly", month_day=15, weekdays=[], until=date(2026, 12, 14)
    )
    assert days(monthly, status=Status.PLANNED) == []
    rows = Interaction.objects.filter(series=daily)
    assert {each.status for each in rows} == {Status.CANCELLED}


def test_one_that_was_moved_by_hand_keeps_its_moment(series, olga):
    second = Interaction.objects.get(series=series, series_day=SECOND)
    moment = second.planned_at + timedelta(days=1)
    actions.move(second, by=olga, planned_at=moment, responsible=olga)

    new = changed(series, olga, at=time(15), purpose="Новая цель")

    second.refresh_from_db()
    assert (second.planned_at, second.purpose, second.series) == (moment, "Новая цель", new)


def test_to_a_colleague_with_the_reminder(series, olga):
    vera = given.employee()

    new = changed(series, olga, responsible=vera)

    second = Interaction.objects.get(series=new)
    assert (second.responsible, second.reminders.get().employee) == (vera, vera)
    assert vera.notifications.exists()


def test_changed_from_its_first_day_nothing_of_the_old_is_left(series, olga):
    new = changed(series, olga, since=date(2026, 11, 20), at=time(15))

    series.refresh_from_db()
    assert series.ended_at is not None
    assert days(series) == []
    assert days(new) == ["20.11 15:00", "27.11 15:00"]


def test_what_is_over_and_what_is_past_is_not_changed(series, olga, petr):
    looker = given.employee(may=["interactions.view_interaction"])
    for wrong in ({"since": date(2026, 11, 18)}, {"until": SECOND}, {"minutes": 1}):
        with pytest.raises(Refused):
            changed(series, olga, **wrong)
    with pytest.raises(PermissionDenied):
        changed(series, looker)

    changed(series, olga, at=time(15))
    series.refresh_from_db()
    with pytest.raises(Refused):
        changed(series, olga, at=time(16))
    assert InteractionSeries.objects.count() == 2


def test_from_the_page_of_one_to_the_changed_ones(login, series, olga):
    second = Interaction.objects.get(series=series, series_day=SECOND)
    browser = login(olga)
    way = reverse("interactions:change_series", args=[series.pk])
    assert f"{way}?since=2026-11-27" in browser.get(second.get_absolute_url()).content.decode()
    form = browser.get(way, {"since": "2026-11-27"}).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields} | {
        "since": "2026-11-27",
        "at": "15:30",
        "until": "2027-01-15",
    }

    assert browser.post(way, typed | {"weekdays": []}).status_code == 422
    answer = browser.post(way, typed)

    new = InteractionSeries.objects.get(follows=series)
    assert answer["Location"] == new.get_absolute_url()
    assert days(new) == ["27.11 15:30"]
    assert series.get_absolute_url() in browser.get(new.get_absolute_url()).content.decode()
    assert new.get_absolute_url() in browser.get(series.get_absolute_url()).content.decode()
