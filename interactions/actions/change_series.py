"""A repetition goes on otherwise from a day on: the earlier part ends there, the later one follows
it as a repetition of its own, and what was planned of it moves over."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from core import clock
from core.errors import Refused
from interactions.actions import reminders
from interactions.actions.plan import shift
from interactions.actions.register import refuse_impossible_length
from interactions.actions.series import (
    MADE_AHEAD,
    calendar_of,
    make_occurrences_of,
    refuse_until,
    remind_of,
)
from interactions.actions.telling import concerned, tell
from interactions.lifecycle import HOLD_RIGHT, LIFE, Step
from interactions.models import Interaction, InteractionSeries

CHANGED = gettext_noop(
    "The repetition is changed: %(kind)s, %(client)s. Next: %(moment)s, %(responsible)s"
)
OWN = ("minutes", "purpose", "place", "responsible")


@transaction.atomic
def change_series(series, *, by, since, **said) -> InteractionSeries:
    """Those from the day `since` on have the new rule and the new words; held and called-off ones
    stay as they were, and so does what was changed by hand of a single one."""
    if not by.has_perm(HOLD_RIGHT):
        raise PermissionDenied
    rows = InteractionSeries.objects.select_for_update(of=["self"]).with_people()
    old = rows.get(pk=series.pk)
    _refuse_wrong(old, since, **said)
    new = _followed_by(old, since, said, by)
    later = Interaction.objects.filter(series=old, series_day__gte=since)
    later.settled().update(series=new)
    planned = list(later.planned().select_for_update(of=["self"]).order_by("series_day"))
    _close(old, since)
    moved, people = _move_over(old, new, planned, by)
    make_occurrences_of(new.pk)
    if moved:
        people |= concerned(moved[0], but=by)
        tell(moved[0], people, CHANGED, f"series-{new.pk}")
    return new


def _refuse_wrong(old, since, *, until, minutes, **said):
    if old.ended_at is not None or since > old.until:
        raise Refused(_("The repetition ends before this day: look at the one that follows it."))
    if since < clock.today():
        raise Refused(_("What is past stays as it was: name today or a later day."))
    refuse_impossible_length(minutes)
    refuse_until(since, until)


def _followed_by(old, since, said, by):
    return InteractionSeries.objects.create(
        client=old.client,
        kind=old.kind,
        by=by,
        follows=old,
        made_until=since - timedelta(days=1),
        created_at=clock.now(),
        **said,
    )


def _close(old, since):
    """Nothing of it is left where the change begins with its first day."""
    last = since - timedelta(days=1)
    values = {"until": last, "made_until": min(last, old.made_until)}
    if not Interaction.objects.filter(series=old, series_day__lt=since).exists():
        is_ahead = any(old.days(old.made_until, last, calendar_of(old)))
        values["ended_at"] = None if is_ahead else clock.now()
    InteractionSeries.objects.filter(pk=old.pk).update(**values)


def _move_over(old, new, planned, by):
    """Each to its own day where the new rule has it, the others to the next free ones in turn; for
    which there is none, they are called off."""
    free = _free_days(new, planned)
    stay = {each.pk: each.series_day for each in planned if each.series_day in free}
    rest = iter(day for day in free if day not in set(stay.values()))
    moved, people = [], set()
    for each in planned:
        people |= concerned(each, but=by)
        day = stay.get(each.pk) or next(rest, None)
        if day is None:
            LIFE.take(each, Step.CANCEL, by=by, note=_("The repetition is changed."), held_by=by)
            reminders.follow(each)
        else:
            moved.append(_moved(old, new, each, day, by))
    return moved, people


def _free_days(new, planned) -> list:
    last = max([clock.today() + MADE_AHEAD, *(each.series_day for each in planned)])
    found = {day for _rule, day in new.days(new.made_until, last, calendar_of(new))}
    known = Interaction.objects.filter(series=new, series_day__in=found)
    found -= set(known.values_list("series_day", flat=True))
    now = clock.now()
    return sorted(day for day in found if day <= new.until and new.moment_on(day) > now)


def _moved(old, new, each, day, by):
    was_by_rule = each.planned_at == old.moment_on(each.series_day)
    now = {
        name: getattr(new if getattr(each, name) == getattr(old, name) else each, name)
        for name in OWN
    }
    now["planned_at"] = new.moment_on(day) if was_by_rule else each.planned_at
    shift(each, by=by, series=new, series_day=day, **now)
    if old.remind_before != new.remind_before:
        own = each.reminders.filter(employee=each.responsible)
        own.delete()
        remind_of(new, each)
    return each
