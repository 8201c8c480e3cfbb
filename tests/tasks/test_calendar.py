"""Deadlines in the calendars of those who do the tasks, and tasks on a client's timeline."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.template.loader import render_to_string

from core import clock, registry
from tasks import actions, calendar
from tests import given

pytestmark = pytest.mark.django_db


def test_a_deadline_stands_in_the_calendar_of_whoever_does_the_task(director, olga, ilya):
    task = given.task(by=director, of=olga, title="График", in_days=2)
    given.task(by=director, of=ilya, in_days=2)
    given.task(by=director, of=olga, in_days=40)
    actions.cancel(given.task(by=director, of=olga, in_days=2), by=director)

    shown = calendar.events(olga, [olga], clock.now(), clock.now() + timedelta(days=7), 50)

    assert [(event.pk, event.start, event.person) for event in shown] == [
        (task.pk, task.deadline, olga)
    ]
    assert not shown[0].is_movable
    assert calendar.events(ilya, [olga], clock.now(), clock.now() + timedelta(days=7), 50) == []


def test_what_nobody_of_a_department_has_taken_stands_with_all_of_it(director, ilya, shop):
    task = given.task(by=director, of=shop, in_days=2)
    given.task(by=director, of=given.department("Склад"), in_days=2)
    span = clock.now(), clock.now() + timedelta(days=7)

    (event,) = calendar.events(director, [ilya], *span, 50)

    assert (event.pk, event.person) == (task.pk, None)
    actions.begin(task, by=ilya)
    assert calendar.events(director, [ilya], *span, 50)[0].person == ilya


def test_dragged_the_deadline_moves_for_the_author_alone(director, olga):
    task = given.task(by=director, of=olga, in_days=2)
    later = clock.now() + timedelta(days=5)

    with pytest.raises(PermissionDenied):
        calendar.move(olga, task.pk, later)
    calendar.move(director, task.pk, later)

    task.refresh_from_db()
    assert task.deadline == later


def test_a_task_about_a_client_is_told_on_their_timeline(director, olga):
    mary = given.client(by=olga)
    given.task(by=director, of=olga, title="Поздравить", about=mary)
    source = next(each for each in registry.timeline_sources if each.code == "tasks")

    (entry,) = source.fetch(source.rows(mary, olga), olga)

    told = render_to_string(source.template, {"entry": entry})
    assert "Поздравить" in told
    assert "Новое" in told
