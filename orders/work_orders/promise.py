"""The promised date: routes of the new positions queued on each stage's free capacity.

Work begins on the working day after today. A stage takes its queue first and then the new
position, day by day up to its capacity; work given outside takes whole working days and no
capacity. The check and the way to the office are added at the end. What is urgent stands before
all that is not: it waits for other urgent work alone.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _


class StageFacts(NamedTuple):
    code: str
    name: str
    minutes_per_day: int
    outside_days: int = 0


class Promise(NamedTuple):
    on: date
    reason: str


class _Delay(NamedTuple):
    days: int
    stage: str
    finished: int


class Queue:
    """Where each stage's queue stands, in minutes from the morning of the first working day."""

    def __init__(self, queued: Mapping[str, int], stages: Mapping[str, StageFacts]):
        self.stages = stages
        self.taken = dict(queued)

    def put_before(self, routes):
        """Work of the same order that this one lets pass."""
        for code, minutes in (load for route in routes for load in route):
            self.taken[code] = self.taken.get(code, 0) + minutes

    def pass_through(self, code: str, minutes: int, ready_day: int) -> int:
        """The working day (counted from 0) on which work that is ready on `ready_day` is done."""
        stage = self.stages[code]
        if stage.outside_days:
            return ready_day + stage.outside_days
        begins = max(self.taken.get(code, 0), ready_day * stage.minutes_per_day)
        ends = begins + minutes
        self.taken[code] = ends
        return max(ready_day, (max(ends, 1) - 1) // stage.minutes_per_day)


def promise(
    routes: Iterable[Iterable],
    *,
    queued: Mapping[str, int],
    stages: Mapping[str, StageFacts],
    calendar,
    today: date,
    check_days: int,
    transport_days: int,
    urgent: Iterable[Iterable] = (),
    queued_urgent: Mapping[str, int] | None = None,
) -> Promise:
    """The date of the slowest of `routes` and `urgent`: (stage code, minutes) pairs in order of
    work. `queued` is all work that waits, `queued_urgent` the part of it that is urgent."""
    first, rest = Queue(queued_urgent or {}, stages), Queue(queued, stages)
    urgent = [tuple(route) for route in urgent]
    walked = [(*_walk(route, first), True) for route in urgent]
    rest.put_before(urgent)
    walked += [(*_walk(route, rest), False) for route in routes]
    if not walked:
        return Promise(calendar.next_working(today), _("nothing to make"))
    day, delay, is_urgent = max(walked)
    on = calendar.add(today, day + 1 + check_days + transport_days)
    if is_urgent and not _is_outside(delay, stages):
        return Promise(on, _("urgent: before the other orders"))
    return Promise(on, _reason(delay, rest, calendar, today))


def _is_outside(delay, stages) -> bool:
    """Work given outside waits for its batch, urgent or not."""
    return bool(delay.days and stages[delay.stage].outside_days)


def _walk(route, queue) -> tuple[int, _Delay]:
    day, delays = 0, [_Delay(0, "", 0)]
    for code, minutes in route:
        finished = queue.pass_through(code, minutes, day)
        delays.append(_Delay(finished - day, code, finished))
        day = finished
    return day, max(delays)


def _reason(delay, queue, calendar, today) -> str:
    if not delay.days:
        return _("the workshop is free")
    stage = queue.stages[delay.stage]
    words = {
        "stage": stage.name.lower(),
        "date": date_format(calendar.add(today, delay.finished + 1), "d.m"),
    }
    if stage.outside_days:
        return _("%(stage)s, batch of %(date)s") % words
    return _("%(stage)s, queue until %(date)s") % words
