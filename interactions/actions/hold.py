"""What is said to clients, and the calls that the firm owes them."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from company.notifications import notify
from company.robot import robot
from core import clock
from core.errors import Refused
from interactions.lifecycle import HOLD_RIGHT, LIFE, STEP_OF, Result, Status, Step
from interactions.models import Interaction

FARTHEST = timedelta(days=366)
NOT_SETTLED = {"held_at": None, "held_by": None, "result": ""}


@transaction.atomic
def owe_call(client, *, reason, subject, responsible, office, purpose, at=None) -> Interaction:
    """Owe a call once per reason and subject; one owed before and settled is opened again."""
    moment = at or clock.now()
    call, created = Interaction.objects.select_for_update().get_or_create(
        reason=reason,
        subject_type=subject._meta.label_lower,
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
    if not created and not call.is_planned:
        again = {"planned_at": moment, "responsible": responsible, "attempts": 0}
        LIFE.take(call, Step.REOPEN, by=robot(), **NOT_SETTLED, **again)
        created = True
    if created:
        _ring(call)
    return call


@transaction.atomic
def drop_owed(subject, *, reason, by=None):
    """The ground of the call is gone: it is shown as not needed, not deleted."""
    by = by or robot()
    owed = Interaction.objects.owed().about(subject).filter(reason=reason)
    for call in owed.select_for_update():
        LIFE.take(call, Step.DROP, by=robot(), held_by=by)


@transaction.atomic
def drop_unless_due(call) -> bool:
    """Ask again whether the call is owed, and settle it if it is not; True where it was."""
    reason = call.owed_call_reason
    if not call.is_planned or reason is None or reason.still_due(call):
        return False
    locked = Interaction.objects.planned().select_for_update().filter(pk=call.pk).first()
    if locked:
        LIFE.take(locked, Step.DROP, by=robot(), held_by=robot())
    call.refresh_from_db()
    return True


@transaction.atomic
def hold(interaction, *, by, result, note="", again_at=None):
    """Record a call: reached settles it; not reached and «again at» leave it planned anew."""
    locked = Interaction.objects.select_for_update().get(pk=interaction.pk)
    if not locked.is_planned:
        raise Refused(_("This call is settled already."))
    if result == Result.AGAIN and again_at is None:
        raise Refused(_("Say when to call again: a moment in the future."))
    if again_at:
        _refuse_impossible(again_at)
    LIFE.take(
        locked,
        STEP_OF[result],
        by=by,
        note=note,
        result=result,
        held_by=by,
        attempts=locked.attempts + 1,
        planned_at=locked.planned_at if result == Result.REACHED else again_at or locked.planned_at,
    )
    if note:
        locked.note = note
        locked.save(update_fields=["note"])
    reason = locked.owed_call_reason
    if reason and reason.on_result:
        reason.on_result(locked, by=by)
    return locked


@transaction.atomic
def drop(interaction, *, by, note=""):
    """Not needed any more: the client has called, came by, or thought better of it."""
    locked = Interaction.objects.select_for_update().get(pk=interaction.pk)
    LIFE.take(locked, Step.DROP, by=by, note=note, held_by=by)
    return locked


@transaction.atomic
def reopen(interaction, *, by):
    """Settled by mistake: it stands among what is planned again."""
    locked = Interaction.objects.select_for_update().get(pk=interaction.pk)
    LIFE.take(locked, Step.REOPEN, by=by, **NOT_SETTLED)
    return locked


@transaction.atomic
def register(
    client,
    *,
    by,
    channel,
    direction,
    purpose,
    note="",
    planned_at=None,
    responsible=None,
    about=None,
) -> Interaction:
    """Keep an interaction that took place now, or plan one for a moment in the future."""
    if not by.has_perm(HOLD_RIGHT):
        raise PermissionDenied
    if planned_at:
        _refuse_impossible(planned_at)
    now = clock.now()
    held = {} if planned_at else {"held_at": now, "held_by": by, "status": Status.HELD}
    responsible = responsible or by
    interaction = Interaction.objects.create(
        client=client,
        channel=channel,
        direction=direction,
        purpose=purpose,
        note=note,
        planned_at=planned_at or now,
        responsible=responsible,
        office=responsible.office,
        created_at=now,
        subject_type=about._meta.label_lower if about else "",
        subject_id=about.pk if about else None,
        **held,
    )
    if planned_at and responsible != by:
        _ring(interaction)
    return interaction


def _refuse_impossible(moment):
    if not clock.now() < moment < clock.now() + FARTHEST:
        raise Refused(_("Name a moment in the future, within a year."))


def _ring(interaction):
    """Tell the responsible that this has become theirs; what is stored is in the firm's words."""
    with translation.override(settings.LANGUAGE_CODE):
        text = _("%(channel)s: %(client)s. %(purpose)s") % {
            "channel": interaction.get_channel_display(),
            "client": interaction.client.name,
            "purpose": interaction.purpose,
        }
    notify(
        [interaction.responsible],
        key=f"interaction:{interaction.pk}:{interaction.planned_at.isoformat()}",
        text=text,
        url=interaction.get_absolute_url(),
    )
