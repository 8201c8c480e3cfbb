"""A watched term: counted in working time, paused, warning exactly once whatever happens."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from clients.models import Client
from company.deadlines import actions, ringing
from company.deadlines.terms import Term, Unit
from company.deadlines.warnings import at_half, before, escalate_after, when_due
from company.models import Deadline, DeadlineWarning
from company.robot import robot
from core import clock, registry
from core.errors import Refused
from tests import given

pytestmark = pytest.mark.django_db
MOSCOW = ZoneInfo("Europe/Moscow")
# The firm works from 10 to 19; Friday 20 November 2026 is followed by a usual weekend.
FRIDAY_NOON = datetime(2026, 11, 20, 12, 0, tzinfo=MOSCOW)


def moment(day, hour, minute=0, month=11):
    return datetime(2026, month, day, hour, minute, tzinfo=MOSCOW)


@pytest.fixture
def told(monkeypatch):
    """Who was told what: a kind of deadlines on clients, as claims or interests will have."""
    told = []
    kind = registry.DeadlineKind(
        "answer",
        Client,
        (
            at_half(),
            before(1, Unit.WORKING_DAYS, "day_before"),
            when_due(),
            escalate_after(1, Unit.WORKING_DAYS),
        ),
        lambda client, warning: told.append((warning.code, warning.is_late)),
    )
    monkeypatch.setitem(registry.deadline_kinds, "answer", kind)
    return told


@pytest.fixture
def mary():
    with clock.at(FRIDAY_NOON):
        return given.client()


def start(client, amount=3, unit=Unit.WORKING_DAYS, at=FRIDAY_NOON):
    with clock.at(at):
        return actions.start(client, "answer", by=robot(), term=Term(amount, unit))


def ring(at):
    with clock.at(at):
        ringing.warn_of_due()


@pytest.mark.parametrize(
    ("amount", "unit", "due_at"),
    [
        (3, Unit.WORKING_DAYS, moment(25, 19)),
        (3, Unit.DAYS, moment(23, 19)),
        (8, Unit.WORKING_HOURS, moment(23, 11)),
        (8, Unit.HOURS, moment(20, 20)),
    ],
)
def test_a_term_is_counted_by_its_unit(amount, unit, due_at):
    assert Term(amount, unit).after(FRIDAY_NOON) == due_at


def test_hours_begun_outside_of_the_working_day_count_from_its_next_beginning():
    assert Term(2, Unit.WORKING_HOURS).after(moment(21, 15)) == moment(23, 12)
    assert Term(2, Unit.WORKING_HOURS).before(moment(23, 11)) == moment(20, 18)


def test_each_warning_comes_once_at_its_moment(told, mary):
    start(mary)  # due on Wednesday 25th at 19

    moments = [moment(23, 3), moment(23, 4), moment(24, 19), moment(25, 19), moment(26, 19)]
    for at in [*moments, moment(27, 10)]:
        ring(at)

    codes = [code for code, _is_late in told]
    assert codes == ["half", "day_before", "due", "escalation"]


def test_after_an_outage_everything_comes_once_and_says_that_it_is_late(told, mary):
    start(mary)

    ring(moment(30, 10))
    ring(moment(30, 10, 1))

    assert told == [("half", True), ("day_before", True), ("due", True), ("escalation", True)]


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_give_each_warning_once(told, mary):
    start(mary)
    together = Barrier(2)

    def work(_number):
        with clock.at(moment(30, 10)):
            together.wait()
            ringing.warn_of_due()
            connection.close()

    with ThreadPoolExecutor(2) as workers:
        list(workers.map(work, range(2)))

    assert DeadlineWarning.objects.count() == 4
    assert sorted(code for code, _is_late in told) == ["day_before", "due", "escalation", "half"]


def test_one_that_cannot_be_told_does_not_silence_the_others_and_is_tried_again(
    told, mary, monkeypatch
):
    other = given.client("Пётр", "+7 916 000-00-01")
    start(mary, 1), start(other, 1)
    warn = registry.deadline_kinds["answer"].warn

    def fail_for_mary(client, warning):
        if client == mary:
            raise OSError("the disk is full")
        warn(client, warning)

    kind = registry.deadline_kinds["answer"]
    failing = registry.DeadlineKind(kind.code, Client, kind.warnings, fail_for_mary)
    monkeypatch.setitem(registry.deadline_kinds, "answer", failing)
    ring(moment(23, 19))
    assert [code for code, _is_late in told] == ["day_before", "half", "due"]

    monkeypatch.setitem(registry.deadline_kinds, "answer", kind)
    ring(moment(23, 19, 1))
    assert [code for code, _is_late in told] == ["day_before", "half", "due"] * 2


@pytest.mark.parametrize(
    ("amount", "unit", "due_at"),
    [
        # Paused on Monday at noon, runs on from Wednesday at 15.
        (3, Unit.WORKING_DAYS, moment(27, 19)),
        (20, Unit.WORKING_HOURS, moment(26, 17)),
        (96, Unit.HOURS, moment(26, 15)),
        (5, Unit.DAYS, moment(27, 19)),
    ],
)
def test_a_pause_keeps_what_was_left_of_the_term(told, mary, amount, unit, due_at):
    start(mary, amount, unit)

    with clock.at(moment(23, 12)):
        paused = actions.pause(mary, "answer", by=robot(), reason="Ждём снимок от клиента")
    ring(moment(25, 14))
    with clock.at(moment(25, 15)):
        resumed = actions.resume(mary, "answer", by=robot())

    assert paused.pause_reason == "Ждём снимок от клиента"
    assert not DeadlineWarning.objects.filter(given_at__gt=moment(23, 12)).exists()
    assert resumed.due_at == due_at
    assert [step.note for step in resumed.steps.all()] == ["Ждём снимок от клиента", ""]


def test_what_was_late_before_the_pause_stays_late(told, mary):
    start(mary, 1)

    with clock.at(moment(26, 12)):
        actions.pause(mary, "answer", by=robot(), reason="Клиент в отъезде")
    with clock.at(moment(30, 12)):
        resumed = actions.resume(mary, "answer", by=robot())
        assert resumed.is_overdue

    assert resumed.due_at == moment(23, 19)


def test_a_pause_needs_a_reason(told, mary):
    start(mary)

    with pytest.raises(Refused, match="почему"):
        actions.pause(mary, "answer", by=robot(), reason=" ")


def test_what_is_met_warns_nobody(told, mary):
    start(mary)

    with clock.at(moment(23, 9)):
        actions.meet(mary, "answer", by=robot())
    ring(moment(30, 10))

    assert [code for code, _is_late in told if code != "half"] == []


def test_set_anew_it_warns_anew(told, mary):
    start(mary, 1)
    ring(moment(23, 19))

    with clock.at(moment(24, 12)):
        actions.start(mary, "answer", by=robot(), due_at=moment(26, 12))
    ring(moment(26, 12))

    assert [code for code, _is_late in told] == ["day_before", "half", "due"] * 2
    assert Deadline.objects.count() == 1


def test_a_warning_whose_moment_was_past_when_it_was_set_is_not_given(told, mary):
    start(mary, 2, Unit.HOURS)

    ring(FRIDAY_NOON + timedelta(hours=2))

    assert [code for code, _is_late in told] == ["half", "due"]
