"""What is planned is moved or called off, and everybody concerned hears of it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from company.assignment import actions as assignment
from core import cells
from core.errors import Refused
from interactions.actions import reminders
from interactions.actions.register import refuse_impossible, refuse_impossible_length
from interactions.actions.telling import concerned, tell
from interactions.lifecycle import HOLD_RIGHT, LIFE, Step
from interactions.models import Interaction

MOVED = gettext_noop("Moved to %(moment)s, %(responsible)s: %(kind)s, %(client)s")
CANCELLED = gettext_noop("Cancelled: %(kind)s, %(client)s, %(moment)s")


@transaction.atomic
def move(interaction, *, by, planned_at, responsible, minutes=None, note=""):
    """To another moment or another colleague, or to take longer; from where to where stands in
    its story."""
    locked = locked_to_hold(interaction, by)
    minutes = minutes or locked.minutes
    before = locked.planned_at, locked.responsible, locked.minutes
    if (planned_at, responsible, minutes) == before:
        raise Refused(_("Nothing is moved: the moment and the responsible are the same."))
    if planned_at != locked.planned_at:
        refuse_impossible(planned_at)
    refuse_impossible_length(minutes)
    people = concerned(locked, but=by)
    shift(locked, by=by, note=note, planned_at=planned_at, responsible=responsible, minutes=minutes)
    tell(locked, people | concerned(locked, but=by), MOVED, f"moved:{locked.steps.count()}")
    return locked


def shift(planned, *, by, planned_at, responsible, minutes, note="", **changes):
    """The row itself with its story and its reminders; nobody is told."""
    was_with = planned.responsible
    LIFE.take(
        planned,
        Step.MOVE,
        by=by,
        note=_from_to(planned, planned_at, responsible, minutes, note),
        planned_at=planned_at,
        minutes=minutes,
        responsible=responsible,
        office=responsible.office,
        **changes,
    )
    reminders.follow(planned)
    reminders.hand_on(planned, was_with)
    assignment.recall(planned, by=by)


def _from_to(was, planned_at, responsible, minutes, note):
    changes = [
        (was.planned_at, planned_at, cells.moment),
        (was.minutes, minutes, lambda count: _("%(count)s min") % {"count": count}),
        (was.responsible, responsible, lambda person: person.short_name),
    ]
    said = [f"{word(old)} → {word(new)}" for old, new, word in changes if old != new]
    return ". ".join(filter(None, [*said, note]))


@transaction.atomic
def cancel(interaction, *, by, reason):
    """It will not take place; why stands in its story."""
    locked = locked_to_hold(interaction, by)
    if not reason.strip():
        raise Refused(_("Write down why it is cancelled."))
    people = concerned(locked, but=by)
    LIFE.take(locked, Step.CANCEL, by=by, note=reason.strip(), held_by=by)
    reminders.follow(locked)
    assignment.recall(locked, by=by)
    tell(locked, people, CANCELLED, "cancelled")
    return locked


def locked_to_hold(interaction, by):
    if not by.has_perm(HOLD_RIGHT):
        raise PermissionDenied
    rows = Interaction.objects.select_for_update(of=("self",))
    return rows.select_related("kind", "client", "responsible__office").get(pk=interaction.pk)
