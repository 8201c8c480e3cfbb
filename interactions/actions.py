"""What is said to clients, and the calls that the firm owes them."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from core import clock
from core.errors import Refused
from interactions.lifecycle import Result, Status
from interactions.models import Interaction, InteractionAttempt


def owe_call(client, *, reason, subject, responsible, office, purpose, at=None) -> Interaction:
    """Owe a call once per reason and subject; one owed before and settled is opened again."""
    label = subject._meta.label_lower
    moment = at or clock.now()
    call, created = Interaction.objects.get_or_create(
        reason=reason,
        subject_type=label,
        subject_id=subject.pk,
        defaults={
            "client": client,
            "purpose": purpose,
            "planned_at": moment,
            "responsible": responsible,
            "office": office,
            "created_at": clock.now(),
        },
    )
    if not created and call.status != Status.PLANNED:
        Interaction.objects.filter(pk=call.pk).update(
            status=Status.PLANNED, planned_at=moment, held_at=None, result="", attempts=0
        )
    return call


def drop_owed(subject, *, reason):
    """The ground of the call is gone: it is shown as not needed, not deleted."""
    Interaction.objects.owed().filter(
        reason=reason, subject_type=subject._meta.label_lower, subject_id=subject.pk
    ).update(status=Status.DROPPED, held_at=clock.now())


@transaction.atomic
def hold(interaction, *, by, result, note="", again_at=None):
    """Record a call: reached settles it; not reached and «again at» leave it planned anew."""
    locked = Interaction.objects.select_for_update().get(pk=interaction.pk)
    if locked.status != Status.PLANNED:
        raise Refused(_("This call is settled already."))
    if result == Result.AGAIN and (again_at is None or again_at <= clock.now()):
        raise Refused(_("Say when to call again: a moment in the future."))
    InteractionAttempt.objects.create(
        interaction=locked, at=clock.now(), by=by, result=result, note=note
    )
    locked.result, locked.note, locked.held_by = result, note, by
    locked.attempts = F("attempts") + 1
    if result == Result.REACHED:
        locked.status, locked.held_at = Status.HELD, clock.now()
    elif again_at:
        locked.planned_at = again_at
    locked.save(
        update_fields=[
            "result",
            "note",
            "held_by",
            "attempts",
            "status",
            "held_at",
            "planned_at",
        ]
    )
    locked.refresh_from_db()
    reason = locked.owed_call_reason
    if reason and reason.on_result:
        reason.on_result(locked, by=by)
    return locked


@transaction.atomic
def register(client, *, by, channel, direction, purpose, note="", planned_at=None) -> Interaction:
    """Keep an interaction that took place now, or plan one for a moment in the future."""
    now = clock.now()
    planned = planned_at is not None
    return Interaction.objects.create(
        client=client,
        channel=channel,
        direction=direction,
        purpose=purpose,
        note=note,
        status=Status.PLANNED if planned else Status.HELD,
        planned_at=planned_at or now,
        held_at=None if planned else now,
        held_by=None if planned else by,
        responsible=by,
        office=by.office,
        created_at=now,
    )
