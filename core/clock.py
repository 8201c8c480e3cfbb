"""The only source of "now": tests and the demo company travel in time through it."""

from calendar import monthrange
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time, timedelta

from django.utils import timezone

_travelled: ContextVar[datetime | None] = ContextVar("travelled", default=None)


def now() -> datetime:
    return _travelled.get() or timezone.now()


def today() -> date:
    """The firm's date: the calendar day in settings.TIME_ZONE, whatever the server's is."""
    return day_of(now())


def day_of(moment: datetime) -> date:
    """The firm's day on which it was."""
    return timezone.localtime(moment, timezone.get_default_timezone()).date()


def midnight(day: date) -> datetime:
    """The moment at which the firm's day begins, so that the index of a moment serves a date."""
    return timezone.make_aware(datetime.combine(day, time.min), timezone.get_default_timezone())


def during(moment: str, since: date | None, until: date | None) -> dict[str, datetime]:
    """Lookups of the field `moment` for the firm's days, both included; a missing one leaves that
    side open."""
    found = {}
    if since:
        found[f"{moment}__gte"] = midnight(since)
    if until:
        found[f"{moment}__lt"] = midnight(until + timedelta(days=1))
    return found


def months_later(day: date, months: int) -> date:
    """The same day of a later month, of an earlier one if negative, or its last day."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


@contextmanager
def at(moment: datetime):
    token = _travelled.set(moment)
    try:
        yield moment
    finally:
        _travelled.reset(token)
