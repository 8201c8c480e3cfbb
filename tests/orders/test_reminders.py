"""Every morning of a working day: whose promised date has passed or is in danger."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from company.models import CalendarException
from core import clock
from orders import actions
from orders.models import WorkOrder
from production.jobs import remind_of_dates
from tests import given

pytestmark = pytest.mark.django_db
MOSCOW = ZoneInfo("Europe/Moscow")
MONDAY = date(2026, 3, 2)
FRIDAY, SATURDAY = date(2026, 3, 6), date(2026, 3, 7)


def at(day, hour=9, minute=0):
    return clock.at(datetime(day.year, day.month, day.day, hour, minute, tzinfo=MOSCOW))


def beat(day, hour=9, minute=0):
    with at(day, hour, minute):
        remind_of_dates()


def order(by, promised_on, *, taken_on=MONDAY, make=given.order):
    with at(taken_on, 12):
        made = make(by=by)
    WorkOrder.objects.filter(pk=made.pk).update(promised_on=promised_on)
    return made


def said(person):
    dates = person.notifications.filter(key__startswith="date")
    return list(dates.order_by("pk").values_list("text", flat=True))


def test_a_date_that_has_passed_is_said_to_manager_and_foreman(olga, foreman):
    late = order(olga, date(2026, 3, 4))
    another = given.employee()

    beat(date(2026, 3, 5))

    [text] = said(olga)
    assert (late.number in text, "04.03.2026" in text) == (True, True)
    assert len(said(foreman)) == 1
    assert said(another) == []


def test_what_is_due_within_a_working_day_and_not_made_is_in_danger(olga, foreman):
    order(olga, MONDAY + timedelta(days=7))

    beat(date(2026, 3, 5))
    assert said(olga) == []

    beat(FRIDAY)  # the next working day is the tenth: the ninth is free in 2026
    assert len(said(olga)) == len(said(foreman)) == 1


def test_what_is_checked_in_time_is_not_in_danger(olga):
    order(olga, date(2026, 3, 5), make=given.checked_order)

    beat(date(2026, 3, 4))

    assert said(olga) == []


def test_work_that_can_no_longer_be_made_in_time_is_in_danger(olga):
    """A batch given outside takes its days, however free the workshop is."""
    tight = order(olga, date(2026, 3, 16))
    beat(date(2026, 3, 5))
    assert said(olga) == []

    stage = tight.positions.get().operations.first().stage
    stage.outside_days = 9
    stage.save()
    beat(FRIDAY)

    [text] = said(olga)
    assert tight.number in text


def test_nobody_hears_of_an_order_that_waits_for_its_client_or_has_arrived(olga):
    held = order(olga, date(2026, 3, 3))
    with at(MONDAY, 13):
        actions.hold(held, by=given.employee("director"), reason="Клиент думает")
    order(olga, date(2026, 3, 3), make=given.ready_order)

    beat(date(2026, 3, 5))

    assert said(olga) == []


def test_what_was_taken_today_is_not_reminded_of_today(olga):
    order(olga, date(2026, 3, 5), taken_on=date(2026, 3, 4))

    beat(date(2026, 3, 4), 15)
    assert said(olga) == []

    beat(date(2026, 3, 5))
    assert len(said(olga)) == 1


def test_run_twice_it_is_said_once_and_again_the_next_morning(olga, foreman):
    order(olga, date(2026, 3, 3))

    beat(date(2026, 3, 4))
    beat(date(2026, 3, 4), 9, 10)
    assert (len(said(olga)), len(said(foreman))) == (1, 1)

    beat(date(2026, 3, 5))
    assert (len(said(olga)), len(said(foreman))) == (2, 2)


def test_before_nine_nothing_is_said_and_late_it_is_still_said(olga):
    order(olga, date(2026, 3, 3))

    beat(date(2026, 3, 4), 8, 50)
    assert said(olga) == []

    beat(date(2026, 3, 4), 16)
    assert len(said(olga)) == 1


def test_days_without_a_worker_are_not_made_up_for(olga):
    order(olga, date(2026, 3, 3))

    beat(FRIDAY, 11)

    assert len(said(olga)) == 1


@pytest.mark.parametrize(
    "free",
    [SATURDAY, date(2026, 3, 8), date(2026, 3, 9), date(2026, 6, 12)],
    ids=["saturday", "sunday", "monday after a holiday on sunday", "holiday"],
)
def test_on_a_free_day_nobody_is_reminded(olga, foreman, free):
    order(olga, date(2026, 3, 3))

    beat(free)

    assert said(olga) == said(foreman) == []


def test_a_saturday_on_which_the_firm_works_is_a_working_day(olga):
    CalendarException.objects.create(day=SATURDAY, is_working=True, note="Отработка")
    order(olga, date(2026, 3, 3))

    beat(SATURDAY)

    assert len(said(olga)) == 1


def test_a_day_off_of_the_firm_is_free(olga):
    CalendarException.objects.create(day=FRIDAY, is_working=False, note="Корпоратив")
    order(olga, date(2026, 3, 3))

    beat(FRIDAY)

    assert said(olga) == []


def test_forty_late_orders_ring_once_for_the_foreman_with_their_number(olga, foreman):
    late = [order(olga, date(2026, 3, 3)) for _turn in range(4)]

    beat(date(2026, 3, 5))

    assert len(said(olga)) == len(late)
    [text] = said(foreman)
    assert str(len(late)) in text
    assert foreman.notifications.get().url.endswith("?state=overdue")


def test_the_deputy_of_an_absent_manager_hears_it_too(olga):
    marina, another = given.employee(), given.employee()
    late = order(olga, date(2026, 3, 4))
    with at(date(2026, 3, 5)):
        given.absence(olga, marina)

    beat(date(2026, 3, 5))
    beat(FRIDAY)

    [text] = said(marina)
    assert late.number in text
    assert (len(said(olga)), said(another)) == (2, [])
