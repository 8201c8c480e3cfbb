"""Working days of the firm: the Russian production calendar with moved days, and own exceptions."""

from datetime import date, timedelta
from functools import cache

import holidays

from company.models import CalendarException
from core.standing import standing

WEEKEND = {5, 6}


class WorkCalendar:
    """A snapshot for one calculation; exceptions are read once, from `since` on."""

    def __init__(self, since: date):
        self.exceptions = _exceptions(since)

    def is_working(self, day: date) -> bool:
        if day in self.exceptions:
            return self.exceptions[day]
        return official_working_day(day)

    def next_working(self, day: date) -> date:
        """`day` itself if it is a working day, else the first one after it."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def add(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`; with 0 as `next_working`."""
        day = self.next_working(day) if count == 0 else day
        for _ in range(count):
            day = self.next_working(day + timedelta(days=1))
        return day

    def subtract(self, day: date, count: int) -> date:
        """The `count`-th working day before `day`."""
        for _ in range(count):
            day -= timedelta(days=1)
            while not self.is_working(day):
                day -= timedelta(days=1)
        return day

    def count(self, since: date, until: date) -> int:
        """How many working days follow `since`, `until` among them."""
        days = (since + timedelta(days=place) for place in range(1, (until - since).days + 1))
        return sum(self.is_working(day) for day in days)

    def last_working_of_month(self, day: date) -> date:
        next_month = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
        return self.subtract(next_month, 1)


@standing
def _exceptions(since) -> dict[date, bool]:
    rows = CalendarException.objects.filter(day__gte=since)
    return dict(rows.values_list("day", "is_working"))


@cache
def _russia():
    return holidays.country_holidays("RU")


@cache
def official_working_day(day: date) -> bool:
    """By the `holidays` package, which carries the moved days and the working Saturdays."""
    return _russia().is_working_day(day)
