"""The calls that the firm owes: made by the apps above, each once per reason and subject."""

from django.db import transaction

from company.assignment import turns
from company.models import Absence, Employee
from company.robot import robot
from core import clock
from core.errors import Refused
from interactions.actions.telling import ring
from interactions.channels import Channel, Direction
from interactions.lifecycle import HOLD_RIGHT, LIFE, NOT_SETTLED, Step
from interactions.models import Interaction, InteractionKind


@transaction.atomic
def owe_call(client, *, reason, subject, responsible, office, purpose, at=None) -> Interaction:
    """Owe a call once per reason and subject; one owed before and settled is opened again.

    Of somebody who has left it is the colleague's whose turn it is; of somebody who is away today
    the desk hears of it.
    """
    moment, responsible = at or clock.now(), _who_works(responsible)
    call, created = Interaction.objects.select_for_update().get_or_create(
        reason=reason,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        defaults={
            "client": client,
            "kind": InteractionKind.objects.usual(Channel.CALL, Direction.OUT),
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
        ring(call, _listeners(responsible, office))
    return call


def _who_works(responsible):
    if responsible.is_active:
        return responsible
    try:
        return turns.next_of(responsible.department or responsible.role, right=HOLD_RIGHT)
    except Refused:  # nobody is here: it is owed all the same, and the office sees it
        return responsible


def _listeners(responsible, office):
    if not Absence.objects.today().filter(employee=responsible).exists():
        return [responsible]
    desk = Employee.objects.present().filter(office=office, role=responsible.role_id)
    return [responsible, *desk]


@transaction.atomic
def drop_owed(*subjects, reason, by=None):
    """The ground of the calls is gone: they are shown as not needed, not deleted. The subjects are
    of one kind."""
    about = Interaction.objects.owed().about_any(subjects).filter(reason=reason)
    if calls := list(about.order_by("pk").select_for_update()):
        LIFE.take_together(calls, Step.DROP, by=robot(), held_by=by or robot())


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
