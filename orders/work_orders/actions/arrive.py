from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import Refused
from orders.models import WorkOrder
from orders.work_orders.actions.shop import follow
from orders.work_orders.lifecycle import POSITION_LIFE, PositionStep


@transaction.atomic
def arrive(order, *, by, positions=None):
    """The pieces are in the office that took the order; once all are, the client is called.

    `positions` are the ids of those that came, None for all that were on the way or waited for it.
    """
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    coming = locked.positions.to_arrive().filter(goes_to_shop=True)
    if positions is not None:
        coming = coming.filter(pk__in=positions)
    came = list(coming)
    if not came:
        raise Refused(_("Nothing of this order is on the way to the office now."))
    for position in came:
        position.order = locked
        POSITION_LIFE.take(position, PositionStep.ARRIVE, by=by)
    follow(locked, by=by)
    return locked
