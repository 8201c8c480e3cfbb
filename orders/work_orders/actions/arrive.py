from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import Refused
from orders.models import WorkOrder
from orders.work_orders.actions.shop import follow
from orders.work_orders.lifecycle import ORDER_LIFE, POSITION_LIFE, PositionStep, Status, Step


@transaction.atomic
def arrive(order, *, by, positions=None):
    """The pieces are in the office that took the order; once all are, the client is called.

    `positions` are the ids of those that came, None for all that were on the way or waited for it.
    """
    locked = WorkOrder.objects.with_parties().select_for_update(of=["self"]).get(pk=order.pk)
    coming = locked.positions.to_arrive().filter(goes_to_shop=True)
    if positions is not None:
        coming = coming.filter(pk__in=positions)
    came = list(coming)
    if not came or (positions is not None and len(came) < len(set(positions))):
        raise Refused(
            _("Some of these pieces have arrived already, or are not checked yet.")
            if came
            else _("Nothing of this order is on the way to the office now.")
        )
    for position in came:
        position.order = locked
        POSITION_LIFE.take(position, PositionStep.ARRIVE, by=by)
    follow(locked, by=by)
    if locked.status != Status.READY:
        numbers = ", ".join(str(each.ordinal) for each in came)
        note = _("Positions: %(numbers)s.") % {"numbers": numbers}
        ORDER_LIFE.take(locked, Step.ARRIVE_PART, by=by, note=note)
    return locked
