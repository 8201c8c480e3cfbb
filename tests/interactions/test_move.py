"""What is planned is moved to another moment or colleague, and everybody concerned hears of it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from core import clock
from core.errors import Refused
from interactions import actions
from tests import given
from tests.interactions.kinds import kind

pytestmark = pytest.mark.django_db


def in_days(days):
    return timezone.localtime(clock.now() + timedelta(days=days)).replace(second=0, microsecond=0)


def meeting(by, **fields):
    return actions.register(
        given.client(),
        by=by,
        kind=kind("meeting"),
        purpose="Замер",
        planned_at=in_days(1),
        **fields,
    )


def test_from_where_to_where_stands_in_its_story(login, olga):
    planned, marina, moment = meeting(olga), given.employee(last_name="Маринина"), in_days(2)

    login(olga).post(
        reverse("interactions:move", args=[planned.pk]),
        {
            "planned_at": f"{moment:%Y-%m-%dT%H:%M}",
            "responsible": marina.pk,
            "note": "Клиент в отъезде",
        },
    )

    planned.refresh_from_db()
    assert (planned.planned_at, planned.responsible) == (moment, marina)
    step = planned.steps.get(step="move")
    assert "Маринина" in step.note
    assert "Клиент в отъезде" in step.note


def test_who_takes_part_and_who_had_it_hear_of_it(olga):
    petr, marina = given.employee(), given.employee()
    planned = meeting(olga, participants=[petr])
    heard_before = petr.notifications.count()

    actions.move(planned, by=given.employee(), planned_at=in_days(2), responsible=marina)

    assert petr.notifications.count() == heard_before + 1
    assert (olga.notifications.count(), marina.notifications.count()) == (1, 1)


def test_whoever_moves_it_is_not_told(olga):
    actions.move(meeting(olga), by=olga, planned_at=in_days(2), responsible=olga)

    assert not olga.notifications.exists()


@pytest.mark.parametrize("days", [-1, 1, 5000])
def test_nowhere_and_into_the_past_it_is_not_moved(olga, days):
    planned = meeting(olga)
    moment = planned.planned_at if days == 1 else in_days(days)

    with pytest.raises(Refused):
        actions.move(planned, by=olga, planned_at=moment, responsible=olga)


def test_an_overdue_call_goes_to_a_colleague_at_its_old_moment(olga):
    call, marina = given.planned_call(by=olga, in_hours=-30), given.employee()

    actions.move(call, by=olga, planned_at=call.planned_at, responsible=marina)

    call.refresh_from_db()
    assert call.responsible == marina


def test_what_is_held_does_not_move(olga):
    held = actions.register(given.client(), by=olga, kind=kind(), purpose="Цена")

    with pytest.raises(Refused):
        actions.move(held, by=olga, planned_at=in_days(2), responsible=olga)


def test_the_reminder_goes_with_it(olga):
    planned, marina = meeting(olga, remind_before=60), given.employee()

    actions.move(planned, by=olga, planned_at=in_days(3), responsible=marina)

    reminder = planned.reminders.get()
    assert (reminder.employee, reminder.at) == (marina, in_days(3) - timedelta(hours=1))


def test_without_the_right_nothing_is_moved(login, olga):
    looker = given.employee(may=["interactions.view_interaction"])
    planned = meeting(olga)

    assert login(looker).get(reverse("interactions:move", args=[planned.pk])).status_code == 403
    with pytest.raises(PermissionDenied):
        actions.move(planned, by=looker, planned_at=in_days(2), responsible=olga)
