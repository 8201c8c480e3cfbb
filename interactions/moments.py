"""When to call again: the moments that a manager names without looking at a calendar."""

from datetime import datetime, time, timedelta
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from company.calendar import WorkCalendar
from core import clock

MORNING, OPENS, EVENING = time(9), time(10), time(18)


class Moment(NamedTuple):
    at: datetime
    label: str

    @property
    def value(self):
        return f"{timezone.localtime(self.at):%Y-%m-%dT%H:%M}"


def moments() -> list[Moment]:
    now, today = clock.now(), clock.today()
    tomorrow = today + timedelta(days=1)
    next_day = WorkCalendar(today).next_working(tomorrow)
    evening = _at(today, EVENING)
    next_label = _("Tomorrow, 10:00") if next_day == tomorrow else _("Next working day, 10:00")
    named = [
        Moment(_in_an_hour(now), _("In an hour")),
        Moment(evening, _("Today, 18:00")),
        Moment(_at(next_day, OPENS), next_label),
    ]
    return [moment for moment in named if moment.at > now + timedelta(minutes=30)]


def snoozes() -> list[Moment]:
    """How far a reminder is put off."""
    now, tomorrow = clock.now(), clock.today() + timedelta(days=1)
    return [
        Moment(now + timedelta(minutes=10), _("In 10 minutes")),
        Moment(now + timedelta(hours=1), _("In an hour")),
        Moment(_at(tomorrow, MORNING), _("Tomorrow, 9:00")),
    ]


def _in_an_hour(now):
    later = now + timedelta(minutes=65)
    return later.replace(minute=later.minute // 5 * 5, second=0, microsecond=0)


def _at(day, hour):
    return timezone.make_aware(datetime.combine(day, hour), timezone.get_default_timezone())
