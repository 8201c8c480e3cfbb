"""An order that waits for its client or for a decision, and goes on again."""

from django.db import transaction
from django.utils.translation import gettext as _

from core import cells
from core.errors import Refused
from orders.models import PositionOperation, WorkOrder
from orders.work_orders.actions.shop import follow
from orders.work_orders.lifecycle import NOT_MADE, ORDER_LIFE, PositionStatus, Step
from orders.work_orders.pricing import promised_date
from orders.work_orders.routes import routes_of


@transaction.atomic
def hold(order, *, by, reason):
    """The workshop puts it aside: it leaves the queue, and its date is not counted as passed."""
    if not reason.strip():
        raise Refused(_("Say why the order waits, so that the next one who looks knows."))
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    ORDER_LIFE.take(locked, Step.HOLD, by=by, note=reason, hold_reason=reason)
    PositionOperation.objects.filter(position__order=locked).update(is_open=False)
    return locked


@transaction.atomic
def resume(order, *, by):
    """Back into the queue; the date moves where the workshop can no longer keep it."""
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    left = _work_left(locked)
    promise = promised_date(routes_of(left))
    changes, note = {"hold_reason": ""}, ""
    if promise.on > locked.promised_on:
        changes |= {"promised_on": promise.on, "promised_reason": promise.reason}
        words = {"was": cells.date(locked.promised_on), "now": cells.date(promise.on)}
        note = _("The promised date moves from %(was)s to %(now)s.") % words
    left.update(is_open=True)
    ORDER_LIFE.take(locked, Step.RESUME, by=by, note=note, **changes)
    follow(locked, by=by)
    return locked


def _work_left(order):
    """Operations of what is not made; the first one of a started position is done with."""
    waiting = PositionOperation.objects.filter(
        position__order=order, position__goes_to_shop=True, position__status__in=NOT_MADE
    )
    return waiting.exclude(position__status=PositionStatus.STARTED, ordinal=1)
