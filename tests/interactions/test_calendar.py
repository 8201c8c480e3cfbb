"""Calls and meetings in the calendars of those concerned, and on a client's timeline."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.template.loader import render_to_string

from core import clock, registry
from interactions import actions, calendar
from tests import given

pytestmark = pytest.mark.django_db


def shown(user, people, days=7):
    return calendar.events(user, people, clock.now(), clock.now() + timedelta(days=days), 50)


def test_it_stands_with_whoever_answers_for_it_and_with_who_takes_part(olga):
    petr, stranger = given.employee(), given.employee()
    call = given.planned_call(by=olga, in_hours=5, participants=[petr])
    given.planned_call(given.client("Б"), by=olga, in_hours=24 * 30)

    assert [(event.pk, event.person) for event in shown(olga, [olga])] == [(call.pk, olga)]
    assert [event.person for event in shown(petr, [petr])] == [petr]
    assert {event.person for event in shown(olga, [olga, petr])} == {olga, petr}
    assert shown(olga, [stranger]) == []


def test_what_was_called_off_leaves_and_what_is_held_stays(olga):
    cancelled = given.planned_call(by=olga, in_hours=5)
    held = given.planned_call(given.client("Б"), by=olga, in_hours=6)
    actions.cancel(cancelled, by=olga, reason="Ошибка")
    with clock.at(held.planned_at):
        actions.hold(held, by=olga, result="reached")

    (event,) = shown(olga, [olga])

    assert (event.pk, event.is_done, event.is_movable) == (held.pk, True, False)


def test_another_offices_plans_are_seen_by_who_takes_part_alone(olga):
    far = given.employee(office=given.office("Офис на Соколе"))
    call = given.planned_call(by=far, in_hours=5, participants=[olga])
    given.planned_call(given.client("Б"), by=far, in_hours=6)

    assert [event.pk for event in shown(olga, [olga])] == [call.pk]
    assert shown(olga, [far]) == []


def test_dragged_it_moves_and_stays_with_its_own(olga):
    call, moment = given.planned_call(by=olga, in_hours=5), clock.now() + timedelta(days=2)

    calendar.move(given.employee(), call.pk, moment)

    call.refresh_from_db()
    assert (call.planned_at, call.responsible) == (moment, olga)
    looker = given.employee(may=["interactions.view_interaction"])
    with pytest.raises(PermissionDenied):
        calendar.move(looker, call.pk, moment + timedelta(days=1))


def test_it_is_told_on_the_clients_timeline(olga):
    call = given.planned_call(by=olga, purpose="Согласовать эскиз")
    actions.hold(call, by=olga, result="reached")
    source = next(each for each in registry.timeline_sources if each.code == "interactions")

    (entry,) = source.fetch(source.rows(call.client, olga), olga)

    assert "Согласовать эскиз" in render_to_string(source.template, {"entry": entry})
