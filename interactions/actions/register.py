"""Something said is kept, or something to be said is planned."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from clients.personal import consents
from core import attachments, clock, registry
from core.errors import Refused
from interactions.actions import reminders
from interactions.actions.telling import concerned, ring
from interactions.lifecycle import HOLD_RIGHT, Status
from interactions.models import (
    Interaction,
    InteractionKind,
    InteractionParticipant,
    InteractionPurpose,
)

FARTHEST = timedelta(days=366)
SHORTEST_MINUTES, LONGEST_MINUTES = 5, 12 * 60


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
    kind=None,
    channel="",
    direction="",
    planned_at=None,
    participants=(),
    people=(),
    files=(),
    remind_before=None,
    next_step=None,
    **said,
) -> Interaction:
    """Keep an interaction that took place now, or plan one for a moment in the future.

    `kind` is a person's choice: held of one that demands a next step, it is refused without. What
    another verb notes names channel and direction. `participants` are colleagues, `people` contact
    persons. `said`: purpose, note, place, minutes, responsible, what it is `about`, what it
    `follows`.
    """
    if not by.has_perm(HOLD_RIGHT):
        raise PermissionDenied
    _refuse_unplanned(kind, planned_at, next_step)
    kind = kind or InteractionKind.objects.usual(channel, direction)
    said["direction"] = direction or kind.direction
    interaction = keep(client, kind, by=by, planned_at=planned_at, **said)
    _invite(interaction, participants, people)
    for file in files:
        attachments.attach(interaction, file, by=by)
    if interaction.is_planned:
        _tell(interaction, remind_before, by=by)
    else:
        registry.announce("interaction_held", interaction, by=by)
    if next_step:
        follow_up(interaction, next_step, by=by)
    return interaction


def _refuse_unplanned(kind, planned_at, next_step):
    if planned_at:
        refuse_impossible(planned_at)
    elif kind and kind.demands_next and next_step is None:
        raise Refused(_("Plan the next step: this kind demands one."))


def keep(client, kind, *, by, purpose, planned_at, responsible=None, about=None, **said):
    responsible = responsible or by
    usual = InteractionPurpose.objects.filter(name__iexact=purpose).first()
    _refuse_advertising(client, kind, said["direction"], usual)
    return Interaction.objects.create(
        client=client,
        kind=kind,
        channel=kind.channel,
        purpose=purpose,
        usual_purpose=usual,
        responsible=responsible,
        office=responsible.office,
        created_at=clock.now(),
        subject_type=about._meta.label_lower if about else "",
        subject_id=about.pk if about else None,
        **_when(planned_at, by),
        **said,
    )


def _refuse_advertising(client, kind, direction, purpose):
    """Only who has agreed, and by that channel (38-FZ art. 18): whom we call, not who calls us."""
    if not purpose or not purpose.is_advertising or direction != "out":
        return
    channel = consents.CHANNELS.get(kind.channel)
    if channel and not consents.may_be_advertised_to(client, channel):
        raise Refused(
            _("The client has not agreed to advertising by this channel: note the consent first.")
        )


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


def _tell(interaction, remind_before, *, by):
    if remind_before is not None:
        reminders.remind(interaction, by=interaction.responsible, minutes_before=remind_before)
    ring(interaction, concerned(interaction, but=by))


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


def refuse_impossible_length(minutes):
    if not SHORTEST_MINUTES <= minutes <= LONGEST_MINUTES:
        raise Refused(_("It takes from 5 minutes to 12 hours."))
