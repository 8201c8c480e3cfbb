"""What a repeated call or meeting will be, before it is made."""

from datetime import timedelta

from django.utils import timezone

from company.calendar import WorkCalendar
from company.models.recurrence import DAY
from core.registry import CalendarEvent
from interactions.models import Interaction, InteractionSeries

MONTH = 31 * DAY


def events(user, people, since, until, limit, named_outside) -> list[CalendarEvent]:
    first, last = (timezone.localtime(each).date() for each in (since, until))
    rows = InteractionSeries.objects.running().visible_to(user).filter(responsible__in=people)
    running = list(rows.filter(made_until__lt=last, until__gte=first).with_people()[:limit])
    if not running:
        return []
    calendar = WorkCalendar(min(series.made_until for series in running) - MONTH)
    made = Interaction.objects.filter(series__in=running, series_day__gte=first)
    known = set(made.values_list("series", "series_day"))
    return [
        _event(series, day, named_outside)
        for series in running
        for day in _days(series, min(last, series.until), calendar)
        if since <= series.moment_on(day) < until and (series.pk, day) not in known
    ]


def _days(series, last, calendar):
    days = {falls_on for _day, falls_on in series.days(series.made_until, last, calendar)}
    return sorted(day for day in days if day <= series.until)


def _event(series, day, named_outside):
    start = series.moment_on(day)
    return CalendarEvent(
        pk=series.pk,
        key=key_of(series.pk, day),
        title=f"{series.client.name} · {series.kind.name}",
        start=start,
        end=start + timedelta(minutes=series.minutes),
        url=series.get_absolute_url(),
        person=series.responsible,
        is_foreseen=True,
        outside=f"{series.kind.name}: {named_outside(series.client)}",
        changed_at=series.created_at,
    )


def key_of(series_pk, day) -> str:
    """The same before it is made and after."""
    return f"series-{series_pk}-{day:%Y%m%d}"
