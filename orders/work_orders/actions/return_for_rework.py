from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import Refused
from orders.models import PositionOperation, WorkOrder
from orders.work_orders.lifecycle import ORDER_LIFE, POSITION_LIFE, PositionStep, Step


@transaction.atomic
def return_for_rework(order, *, by, positions, reason):
    """A defect seen in the office or by the client: these pieces go back to the workshop."""
    if not reason.strip():
        raise Refused(_("Say what is wrong, so that the workshop knows what to do again."))
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    faulty = list(locked.positions.in_office().filter(goes_to_shop=True, pk__in=positions))
    if not faulty:
        raise Refused(_("Choose the pieces that go back; they must be in the office."))
    ORDER_LIFE.take(locked, Step.RETURN, by=by, note=reason)
    for position in faulty:
        position.order = locked
        times = position.times_sent_back + 1
        POSITION_LIFE.take(position, PositionStep.RETURN, by=by, note=reason, times_sent_back=times)
    PositionOperation.objects.filter(position__in=faulty).update(is_open=True)
    return locked
