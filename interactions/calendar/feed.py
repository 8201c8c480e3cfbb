"""One's own calendar as iCalendar (RFC 5545), for the calendar of a telephone or of an office.

Moments are written in UTC, which every client shows in its own zone. The same calendar gives the
same bytes, so that one asked for again is answered without its body.
"""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from company.models import Employee, Firm
from core import clock
from interactions.calendar.shown import Entry, entries

PURPOSE = "calendar"
BACK, AHEAD = timedelta(days=30), timedelta(days=180)
MOST = 2000
ASKED_AGAIN = timedelta(minutes=30)


def written(employee) -> bytes:
    today = clock.midnight(clock.today())
    whose = Employee.objects.filter(pk=employee.pk)
    found = entries(employee, whose, (), today - BACK, today + AHEAD, MOST)
    with translation.override(settings.LANGUAGE_CODE):
        calendar = _frame(employee)
        for entry in found:
            calendar.add_component(_event(entry))
    return calendar.to_ical()


def _frame(employee):
    calendar = Calendar()
    calendar.add("prodid", "-//Naryad//Calendar//RU")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    names = {"firm": Firm.get().name, "person": employee.short_name}
    calendar.add("x-wr-calname", _("%(firm)s: %(person)s") % names)
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    calendar.add("refresh-interval", ASKED_AGAIN, parameters={"value": "DURATION"})
    return calendar


def _event(entry: Entry):
    shown, event = entry.event, Event()
    event.add("uid", f"{entry.key}@{urlsplit(settings.PUBLIC_URL).hostname}")
    event.add("dtstamp", _utc(shown.changed_at))
    event.add("last-modified", _utc(shown.changed_at))
    event.add("dtstart", _utc(shown.start))
    if shown.end:
        event.add("dtend", _utc(shown.end))
    event.add("summary", _one_line(shown.outside or shown.title))
    event.add("url", f"{settings.PUBLIC_URL}{shown.url}")
    event.add("status", "TENTATIVE" if shown.is_foreseen else "CONFIRMED")
    event.add("categories", [str(entry.source.label)])
    return event


def _utc(moment):
    if not isinstance(moment, datetime):
        return moment
    return moment.astimezone(UTC).replace(microsecond=0)


def _one_line(text):
    return " ".join(text.split())
