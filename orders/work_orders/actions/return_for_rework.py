from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import Refused
from orders.models import PositionOperation, WorkOrder
from orders.work_orders.actions.shop import follow
from orders.work_orders.lifecycle import ORDER_LIFE, POSITION_LIFE, PositionStep, Status, Step


@transaction.atomic
def return_for_rework(order, *, by, positions, reason):
    """A defect seen in the office or by the client: these pieces (ids) go back to the workshop.

    The promised date stays: the client was promised it, and is told where it cannot be kept. A
    second press by the same person changes nothing.
    """
    if not reason.strip():
        raise Refused(_("Say what is wrong, so that the workshop knows what to do again."))
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    faulty = list(locked.positions.in_office().filter(goes_to_shop=True, pk__in=positions))
    if not faulty and _is_second(locked, by, reason):
        return locked
    if not faulty or len(faulty) < len(set(positions)):
        raise Refused(_("Choose the pieces that go back; they must be in the office."))
    step = Step.RETURN if locked.status == Status.READY else Step.RETURN_PART
    ORDER_LIFE.take(locked, step, by=by, note=reason)
    for position in faulty:
        position.order = locked
        times = position.times_sent_back + 1
        POSITION_LIFE.take(position, PositionStep.RETURN, by=by, note=reason, times_sent_back=times)
    PositionOperation.objects.filter(position__in=faulty).update(is_open=True)
    follow(locked, by=by)
    return locked


def _is_second(order, person, reason):
    last = order.steps.filter(step__in=[Step.RETURN, Step.RETURN_PART]).last()
    return last is not None and (last.by_id, last.note) == (person.pk, reason)
