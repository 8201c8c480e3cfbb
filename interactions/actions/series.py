"""Calls and meetings planned again and again: the next two weeks are made, the rest is foreseen."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from company.calendar import WorkCalendar
from company.models.recurrence import DAY, Period
from core import clock
from core.errors import Refused
from interactions.actions import reminders
from interactions.actions.register import FARTHEST, keep, register
from interactions.actions.telling import concerned, tell
from interactions.lifecycle import HOLD_RIGHT, LIFE, Step
from interactions.models import Interaction, InteractionParticipant, InteractionSeries

MADE_AHEAD = timedelta(days=14)
MONTH = 31 * DAY
ENDED = gettext_noop("It is not repeated any more: %(kind)s, %(client)s")


@transaction.atomic
def register_series(client, *, by, period, until, **said) -> Interaction:
    """The first one is planned as any other; the following ones have its day and its hour."""
    first = register(client, by=by, **said)
    moment = timezone.localtime(first.planned_at, timezone.get_default_timezone())
    _refuse_wrong(period, moment.date(), until)
    series = InteractionSeries.objects.create(
        client=client,
        kind=first.kind,
        purpose=first.purpose,
        place=first.place,
        responsible=first.responsible,
        by=by,
        at=moment.time(),
        minutes=first.minutes,
        remind_before=said.get("remind_before"),
        period=period,
        weekdays=[moment.isoweekday()] if period == Period.WEEKLY else [],
        month_day=moment.day if period == Period.MONTHLY else None,
        until=until,
        made_until=moment.date(),
        created_at=clock.now(),
    )
    Interaction.objects.filter(pk=first.pk).update(series=series, series_day=moment.date())
    make_occurrences_of(series.pk)
    first.refresh_from_db()
    return first


def _refuse_wrong(period, first_day, until):
    if period not in Period.values:
        raise Refused(_("Say how often it is repeated."))
    refuse_until(first_day, until)


def refuse_until(first_day, until):
    if not first_day < until <= clock.today() + FARTHEST:
        raise Refused(_("Name the last day of the repetition: after the first one, within a year."))


def make_occurrences():
    """Of every series what is due to be made; each in its own transaction."""
    horizon = clock.today() + MADE_AHEAD
    due = InteractionSeries.objects.running().filter(made_until__lt=horizon)
    for pk in due.values_list("pk", flat=True):
        make_occurrences_of(pk)


@transaction.atomic
def make_occurrences_of(pk: int):
    rows = InteractionSeries.objects.running().select_for_update(of=["self"])
    series = rows.with_people().filter(pk=pk).first()
    if series is None:
        return
    horizon = min(clock.today() + MADE_AHEAD, series.until)
    for _day, falls_on in series.days(series.made_until, horizon, calendar_of(series)):
        if clock.today() <= falls_on <= series.until:
            _make_once(series, falls_on)
    series.made_until = max(horizon, series.made_until)
    series.save(update_fields=["made_until"])


@transaction.atomic
def make_occurrence(series, *, by, day) -> Interaction:
    """Made before its time, so that this one can be moved or called off."""
    if not by.has_perm(HOLD_RIGHT):
        raise PermissionDenied
    rows = InteractionSeries.objects.select_for_update(of=["self"]).with_people()
    locked = rows.get(pk=series.pk)
    if day not in foreseen(locked, locked.until):
        raise Refused(_("On this day nothing is foreseen any more."))
    return _make_once(locked, day)


@transaction.atomic
def end_series(series, *, by):
    """Nothing more is made, and what is planned is called off; what was held stays."""
    if not by.has_perm(HOLD_RIGHT):
        raise PermissionDenied
    locked = InteractionSeries.objects.select_for_update(of=["self"]).get(pk=series.pk)
    if locked.ended_at is not None:
        raise Refused(_("This repetition has ended already."))
    InteractionSeries.objects.filter(pk=locked.pk).update(ended_at=clock.now())
    planned = Interaction.objects.planned().filter(series=locked, planned_at__gt=clock.now())
    people, called_off = set(), None
    for each in planned.select_for_update(of=["self"]).with_people().order_by("planned_at"):
        people |= concerned(each, but=by)
        LIFE.take(each, Step.CANCEL, by=by, note=_("The repetition has ended."), held_by=by)
        reminders.follow(each)
        called_off = called_off or each
    if called_off:
        tell(called_off, people, ENDED, "series_ended")


def calendar_of(series) -> WorkCalendar:
    return WorkCalendar(series.made_until - MONTH)


def foreseen(series, until, calendar=None) -> list:
    """The days on which one is to be made yet."""
    if series.ended_at is not None:
        return []
    last, calendar = min(until, series.until), calendar or calendar_of(series)
    days = {falls_on for _day, falls_on in series.days(series.made_until, last, calendar)}
    made = Interaction.objects.filter(series=series, series_day__in=days)
    return sorted(days - set(made.values_list("series_day", flat=True)))


def _make_once(series, day) -> Interaction:
    known = Interaction.objects.filter(series=series, series_day=day).first()
    if known:
        return known
    made = keep(
        series.client,
        series.kind,
        by=series.by,
        purpose=series.purpose,
        planned_at=series.moment_on(day),
        responsible=series.responsible,
        place=series.place,
        minutes=series.minutes,
        direction=series.kind.direction,
        series=series,
        series_day=day,
    )
    _invite_as_before(series, made)
    remind_of(series, made)
    return made


def _invite_as_before(series, made):
    earlier = Interaction.objects.filter(series__in=[series.pk, series.follows_id])
    newest = earlier.exclude(pk=made.pk).order_by("-series_day").first()
    if newest is None:
        return
    InteractionParticipant.objects.bulk_create(
        InteractionParticipant(interaction=made, employee=each.employee, person=each.person)
        for each in newest.participants.select_related("employee", "person")
    )


def remind_of(series, made):
    before = series.remind_before
    if before is None or not series.responsible.has_perm(HOLD_RIGHT):
        return
    if made.planned_at - timedelta(minutes=before) > clock.now():
        reminders.remind(made, by=series.responsible, minutes_before=before)
