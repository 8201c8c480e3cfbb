"""Something said is kept, or something to be said is planned."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core import attachments, clock
from core.errors import Refused
from interactions.actions import remind as reminders
from interactions.actions.telling import concerned, ring
from interactions.lifecycle import HOLD_RIGHT, Status
from interactions.models import (
    Interaction,
    InteractionKind,
    InteractionParticipant,
    InteractionPurpose,
)

FARTHEST = timedelta(days=366)


@dataclass(frozen=True)
class NextStep:
    """The next contact, planned in the same move; without words of its own it has the same aim."""

    at: datetime
    kind: InteractionKind | None = None
    purpose: str = ""


@transaction.atomic
def register(
    client,
    *,
    by,
    purpose,
    kind=None,
    channel="",
    direction="",
    responsible=None,
    about=None,
    planned_at=None,
    participants=(),
    people=(),
    files=(),
    remind_before=None,
    next_step=None,
    **more,
) -> Interaction:
    """Keep an interaction that took place now, or plan one for a moment in the future.

    Named by `kind`, or by channel and direction, which have one each. `participants` are
    colleagues, `people` contact persons of the client. `more` is note, place and what it `follows`.
    Held of a kind that demands a next step, it is refused without one.
    """
    if not by.has_perm(HOLD_RIGHT):
        raise PermissionDenied
    kind = kind or InteractionKind.objects.usual(channel, direction)
    if planned_at:
        refuse_impossible(planned_at)
    elif kind.demands_next and next_step is None:
        raise Refused(_("Plan the next step: this kind demands one."))
    responsible = responsible or by
    interaction = Interaction.objects.create(
        client=client,
        kind=kind,
        channel=kind.channel,
        direction=direction or kind.direction,
        purpose=purpose,
        usual_purpose=InteractionPurpose.objects.filter(name__iexact=purpose).first(),
        responsible=responsible,
        office=responsible.office,
        created_at=clock.now(),
        subject_type=about._meta.label_lower if about else "",
        subject_id=about.pk if about else None,
        **_when(planned_at, by),
        **more,
    )
    _invite(interaction, participants, people)
    for file in files:
        attachments.attach(interaction, file, by=by)
    if planned_at:
        if remind_before is not None:
            reminders.remind(interaction, by=responsible, minutes_before=remind_before)
        ring(interaction, concerned(interaction, but=by))
    if next_step:
        follow_up(interaction, next_step, by=by)
    return interaction


def _when(planned_at, by):
    if planned_at:
        return {"planned_at": planned_at}
    now = clock.now()
    return {"planned_at": now, "held_at": now, "held_by": by, "status": Status.HELD}


def _invite(interaction, participants, people):
    InteractionParticipant.objects.bulk_create(
        [
            *(
                InteractionParticipant(interaction=interaction, employee=one)
                for one in participants
            ),
            *(InteractionParticipant(interaction=interaction, person=one) for one in people),
        ]
    )


def follow_up(interaction, step: NextStep, *, by) -> Interaction:
    return register(
        interaction.client,
        by=by,
        kind=step.kind or interaction.kind,
        purpose=step.purpose or interaction.purpose,
        planned_at=step.at,
        responsible=interaction.responsible if interaction.responsible.is_active else by,
        about=interaction.subject,
        follows=interaction,
    )


def refuse_impossible(moment):
    if not clock.now() < moment < clock.now() + FARTHEST:
        raise Refused(_("Name a moment in the future, within a year."))
