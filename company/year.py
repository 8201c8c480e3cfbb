"""A year of working days as a page shows it: twelve months of weeks."""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.translation import get_language
from holidays.countries.russia import RussiaStaticHolidays
from holidays.utils import country_holidays

from company.calendar import official_working_day
from company.models import CalendarException

HOLIDAY_LANGUAGES = {"ru": "ru", "en": "en_US"}


class Day(NamedTuple):
    day: date
    is_working: bool
    holiday: str  # its name in the production calendar
    exception: CalendarException | None


class Month(NamedTuple):
    first: date
    weeks: list[list[Day | None]]
    working_days: int


def months(year: int) -> list[Month]:
    rows = CalendarException.objects.filter(day__year=year)
    exceptions = {row.day: row for row in rows}
    names = _names(year)
    return [_month(year, month, exceptions, names) for month in range(1, 13)]


def days(since: date, until: date) -> list[Day]:
    """From `since` to before `until`."""
    rows = CalendarException.objects.filter(day__gte=since, day__lt=until)
    exceptions = {row.day: row for row in rows}
    names = _names({since.year, until.year})
    count = (until - since).days
    return [_day(since + timedelta(days=place), exceptions, names) for place in range(count)]


def _names(years):
    language = HOLIDAY_LANGUAGES.get((get_language() or "ru")[:2], "en_US")
    return country_holidays("RU", years=years, language=language)


def _month(year, month, exceptions, names):
    weeks = [
        [_day(day, exceptions, names) if day.month == month else None for day in week]
        for week in calendar.Calendar().monthdatescalendar(year, month)
    ]
    working = sum(bool(day and day.is_working) for week in weeks for day in week)
    return Month(date(year, month, 1), weeks, working)


def _day(day, exceptions, names):
    own = exceptions.get(day)
    works = own.is_working if own else official_working_day(day)
    return Day(day, works, names.get(day, ""), own)


def moves_are_known(year: int) -> bool:
    """Whether the Government's moved days of this year are in the `holidays` package."""
    return year in RussiaStaticHolidays.special_public_holidays
