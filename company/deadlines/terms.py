"""A term is a number with its unit: working or calendar, hours or days."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from company.worktime import WorkTime, local_day


class Unit(TextChoices):
    WORKING_MINUTES = "working_minutes", pgettext_lazy("unit of a term", "working minutes")
    WORKING_HOURS = "working_hours", pgettext_lazy("unit of a term", "working hours")
    WORKING_DAYS = "working_days", pgettext_lazy("unit of a term", "working days")
    HOURS = "hours", pgettext_lazy("unit of a term", "hours")
    DAYS = "days", pgettext_lazy("unit of a term", "calendar days")


# What is counted in working time by the clock.
SPANS = {
    Unit.WORKING_MINUTES: timedelta(minutes=1),
    Unit.WORKING_HOURS: timedelta(hours=1),
}


@dataclass(frozen=True)
class Term:
    amount: int
    unit: Unit

    def after(self, moment: datetime) -> datetime:
        """Days end with the firm's working day; the day of `moment` itself is not counted."""
        work = WorkTime(moment)
        if self.unit in SPANS:
            return work.add(moment, self.amount * SPANS[self.unit])
        if self.unit == Unit.HOURS:
            return moment + timedelta(hours=self.amount)
        day = local_day(moment)
        if self.unit == Unit.WORKING_DAYS:
            return work.end_of(work.calendar.add(day, self.amount))
        return work.end_of(day + timedelta(days=self.amount))

    def before(self, moment: datetime) -> datetime:
        """The same hour so many days earlier; hours are counted back."""
        work = WorkTime(moment)
        if self.unit in SPANS:
            return work.subtract(moment, self.amount * SPANS[self.unit])
        if self.unit == Unit.HOURS:
            return moment - timedelta(hours=self.amount)
        if self.unit == Unit.DAYS:
            return moment - timedelta(days=self.amount)
        earlier = work.calendar.subtract(local_day(moment), self.amount)
        return moment - (local_day(moment) - earlier)


def half_of(start: datetime, end: datetime, unit: str) -> datetime:
    if unit not in SPANS:
        return start + (end - start) / 2
    work = WorkTime(start)
    return work.add(start, work.between(start, end) / 2)


def resumed(start: datetime, end: datetime, unit: str, *, paused_at, now) -> tuple:
    """Start and end after a pause: what was left of the term when it was paused is left now.

    A term that was over when it was paused stays over.
    """
    if end <= paused_at:
        return start, end
    if unit in SPANS:
        work = WorkTime(start)
        rest = work.between(paused_at, now)
        return work.add(start, rest), work.add(end, rest)
    if unit == Unit.WORKING_DAYS:
        work = WorkTime(paused_at)
        left = work.calendar.count(local_day(paused_at), local_day(end))
        return start + (now - paused_at), work.end_of(work.calendar.add(local_day(now), left))
    if unit == Unit.DAYS:
        rest = local_day(now) - local_day(paused_at)
        return start + rest, end + rest
    return start + (now - paused_at), end + (now - paused_at)
