"""Pieces of one order on the transport, and taken off it again before they have arrived."""

from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import Refused
from orders.models import WorkOrder
from orders.work_orders.lifecycle import POSITION_LIFE, PositionStep


@transaction.atomic
def load(order, *, by, positions):
    """Checked pieces (ids) go on the way, with those of the order that are made already."""
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    loaded = list(locked.positions.waiting_for_transport().filter(pk__in=positions))
    if not loaded:
        raise Refused(_("This piece does not wait for transport any more."))
    _take(loaded, locked, PositionStep.LOAD, by=by)
    return loaded


@transaction.atomic
def unload(order, *, by, positions, note=""):
    """Left behind, or laid down where the client does not come: it waits for transport again."""
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    taken_off = list(locked.positions.on_the_way().filter(pk__in=positions))
    if not taken_off:
        raise Refused(_("This piece is not on the transport any more."))
    _take(taken_off, locked, PositionStep.UNLOAD, by=by, note=note)
    return taken_off


def _take(positions, order, step, *, by, note=""):
    for position in positions:
        position.order = order
        POSITION_LIFE.take(position, step, by=by, note=note)
