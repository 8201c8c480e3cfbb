"""The events of some weeks from every source, as the page's script draws them."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from company import year
from company.calendar import WEEKEND
from core import cells, registry
from core.registry import CalendarEvent, CalendarSource
from interactions.calendar.whose import people

MOST = 500
LONGEST = timedelta(days=45)


@dataclass
class Entry:
    """One row in one calendar, however many of its people are looked at."""

    source: CalendarSource
    event: CalendarEvent
    people: list = field(default_factory=list)

    @property
    def key(self) -> str:
        return self.event.key or f"{self.source.code}-{self.event.pk}"

    @property
    def state(self) -> str:
        if self.event.is_done:
            return "done"
        if self.event.is_foreseen:
            return "foreseen"
        return "late" if self.event.is_late else "ahead"


def sources(user) -> list[CalendarSource]:
    return registry.permitted(registry.calendar_sources, user)


def entries(user, whose, codes, since, until, limit=MOST) -> list[Entry]:
    """At most `limit` and one more, which tells that there are others."""
    found = [
        (source, event)
        for source in sources(user)
        if not codes or source.code in codes
        for event in source.events(user, whose, since, until, limit + 1)
    ]
    found.sort(key=_place)
    shown = []
    for _same_place, same in groupby(found, key=_place):
        pairs = list(same)
        who = [event.person for _source, event in pairs if event.person]
        shown.append(Entry(*pairs[0], people=who))
    return shown[: limit + 1]


def _place(pair):
    source, event = pair
    return event.start, source.code, event.pk, event.key


def answer(user, key, codes, since: datetime, until: datetime) -> dict:
    whose = people(user, key)
    found = entries(user, whose, codes, since, until)
    cut = found[MOST].event.start if len(found) > MOST else None
    return {
        "events": [_drawn(entry, bool(key)) for entry in found[:MOST]],
        "days": [_day(each) for each in _days(since, until)],
        "cut": _cut(cut) if cut else "",
    }


def _drawn(entry, names_people):
    event, source = entry.event, entry.source
    drag = reverse("interactions:drag", args=[source.code, event.pk]) if source.move else ""
    return {
        "id": entry.key,
        "title": event.title,
        "start": _moment(event.start),
        "end": _moment(event.end) if event.end else None,
        "url": event.url,
        "source": source.code,
        "state": entry.state,
        "who": ", ".join(person.short_name for person in entry.people) if names_people else "",
        "startEditable": event.is_movable,
        "durationEditable": event.is_resizable,
        "drag": drag if event.is_movable else "",
    }


def _moment(value):
    return timezone.localtime(value).isoformat() if isinstance(value, datetime) else str(value)


def _days(since, until):
    first, last = timezone.localtime(since).date(), timezone.localtime(until).date()
    return year.days(first, max(last, first + timedelta(days=1)))


def _day(day: year.Day) -> dict:
    """With words where one would not expect it: a holiday, or a Saturday that is worked."""
    is_weekend = day.day.weekday() in WEEKEND
    words = day.holiday or _("Day off") if not day.is_working and not is_weekend else day.holiday
    if day.is_working and is_weekend:
        words = _("Working day")
    return {"day": str(day.day), "isWorking": day.is_working, "words": words}


def _cut(moment: datetime | date) -> str:
    until = cells.moment(moment) if isinstance(moment, datetime) else cells.day(moment)
    return _(
        "There are too many events: the first %(count)s are shown, up to %(until)s. "
        "Choose fewer people or a shorter time."
    ) % {"count": MOST, "until": until}
