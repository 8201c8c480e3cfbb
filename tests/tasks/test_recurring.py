"""Tasks that the clock sets: by rule and working days, each day once, also after an outage."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from threading import Barrier
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from core import clock
from tasks import actions
from tasks.models import RecurringTask, Task, TaskTemplate
from tests import given

pytestmark = pytest.mark.django_db
MOSCOW = ZoneInfo("Europe/Moscow")
Period = RecurringTask.Period


def morning(day, month=11):
    return datetime(2026, month, day, 9, 0, tzinfo=MOSCOW)


@pytest.fixture
def template():
    return TaskTemplate.objects.create(
        name="Касса", title="Пересчитать кассу", due_days=0, check_list="Купюры\nМелочь"
    )


@pytest.fixture
def rule(template, director, olga):
    """`rule(period, …)` is begun on Thursday 19 November 2026."""

    def made(period, **facts):
        values = {"template": template, "author": director, "period": period}
        found = RecurringTask.objects.create(**values, made_until=date(2026, 11, 18), **facts)
        found.people.set([olga])
        return found

    return made


def set_on(moment):
    with clock.at(moment):
        actions.set_recurring()


def days():
    return [
        timezone.localtime(task.deadline, MOSCOW).date().isoformat()
        for task in Task.objects.order_by("pk")
    ]


def test_every_working_day_a_task_and_none_on_the_weekend(rule, director, olga):
    rule(Period.DAILY)

    for day in range(19, 25):
        set_on(morning(day))
        set_on(morning(day))

    assert days() == ["2026-11-19", "2026-11-20", "2026-11-23", "2026-11-24"]
    task = Task.objects.first()
    assert (task.author, task.assignee, task.title) == (director, olga, "Пересчитать кассу")
    assert task.items.count() == 2


def test_after_an_outage_each_missed_day_gets_its_task_once(rule):
    rule(Period.DAILY)

    set_on(morning(24))
    set_on(morning(24))

    assert days() == ["2026-11-19", "2026-11-20", "2026-11-23", "2026-11-24"]


@pytest.mark.parametrize(
    ("period", "facts", "expected"),
    [
        # Saturday the 21st is free: that one is set on Monday.
        (Period.WEEKLY, {"weekdays": [5, 6]}, ["2026-11-20", "2026-11-23", "2026-11-27"]),
        (Period.MONTHLY, {"month_day": 22}, ["2026-11-23"]),
        (Period.MONTHLY, {"month_day": 31}, ["2026-11-30"]),
        (Period.MONTH_END, {}, ["2026-11-30"]),
    ],
)
def test_weeks_and_months_go_by_the_calendar_of_the_firm(rule, period, facts, expected):
    rule(period, **facts)

    for day in [*range(19, 31)]:
        set_on(morning(day))

    assert days()[: len(expected)] == expected
    assert len(days()) - len(expected) in {0, 1}


def test_a_day_given_free_by_the_firm_moves_the_task(rule):
    given.free_day(date(2026, 11, 20))
    rule(Period.WEEKLY, weekdays=[5])

    set_on(morning(20))
    assert days() == []
    set_on(morning(23))

    assert days() == ["2026-11-23"]


def test_a_department_and_several_people_each_get_theirs(rule, shop, ilya):
    made = rule(Period.DAILY, department=shop)
    made.people.add(ilya)

    set_on(morning(19))

    assert Task.objects.count() == 3
    assert Task.objects.values("series").distinct().count() == 1


def test_switched_off_it_sets_nothing_and_makes_nothing_up(rule, director):
    made = rule(Period.DAILY)

    actions.switch_recurring(made, by=director)
    set_on(morning(20))
    with clock.at(morning(23)):
        actions.switch_recurring(made, by=director)
    set_on(morning(24))

    assert days() == ["2026-11-24"]


def test_who_has_left_asks_and_is_asked_no_more(rule, director, olga):
    rule(Period.DAILY)
    olga.is_active = False
    olga.save()

    set_on(morning(19))
    director.is_active = False
    director.save()
    set_on(morning(20))

    assert not Task.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_set_each_task_once(rule):
    rule(Period.DAILY)
    together = Barrier(2)

    def work(_number):
        with clock.at(morning(24)):
            together.wait()
            actions.set_recurring()
            connection.close()

    with ThreadPoolExecutor(2) as workers:
        list(workers.map(work, range(2)))

    assert len(days()) == 4


def test_a_rule_is_made_and_switched_on_its_pages(login, director, olga, template):
    browser = login(director)
    typed = {"template": template.pk, "people": [olga.pk], "period": "weekly", "weekdays": [1, 3]}

    assert (
        browser.post(reverse("tasks:add_recurring"), {**typed, "weekdays": []}).status_code == 422
    )
    browser.post(reverse("tasks:add_recurring"), typed)

    rule = RecurringTask.objects.get()
    assert (rule.author, rule.weekdays) == (director, [1, 3])
    assert "пн, ср" in browser.get(reverse("tasks:recurring")).content.decode()
    browser.post(reverse("tasks:switch_recurring", args=[rule.pk]))
    rule.refresh_from_db()
    assert not rule.is_active
