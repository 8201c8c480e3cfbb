"""An order that waits for its client or for a decision, and goes on again."""

from django.db import transaction
from django.utils.translation import gettext as _

from core import cells
from core.errors import Refused
from orders.models import PositionOperation, WorkOrder
from orders.work_orders.actions.shop import follow
from orders.work_orders.lifecycle import (
    IN_SHOP,
    NOT_MADE,
    ORDER_LIFE,
    TO_ARRIVE,
    PositionStatus,
    Step,
)
from orders.work_orders.pricing import promised_date
from orders.work_orders.promise import Promise
from orders.work_orders.routes import routes_of

AWAITED = IN_SHOP | TO_ARRIVE


@transaction.atomic
def hold(order, *, by, reason):
    """The workshop puts it aside: it leaves the queue, and its date is not counted as passed.

    A second press by the same person changes nothing.
    """
    if not reason.strip():
        raise Refused(_("Say why the order waits, so that the next one who looks knows."))
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    if locked.is_on_hold and _was_last(locked, Step.HOLD, by):
        return locked
    ORDER_LIFE.take(locked, Step.HOLD, by=by, note=reason, hold_reason=reason)
    PositionOperation.objects.filter(position__order=locked).update(is_open=False)
    return locked


@transaction.atomic
def resume(order, *, by):
    """Back into the queue; the date moves where the workshop can no longer keep it.

    A second press by the same person changes nothing.
    """
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    if locked.is_open and not locked.is_on_hold and _was_last(locked, Step.RESUME, by):
        return locked
    promise = date_if_resumed(locked)
    changes, note = {"hold_reason": ""}, ""
    if promise.on > locked.promised_on:
        changes |= {"promised_on": promise.on, "promised_reason": promise.reason}
        words = {"was": cells.day(locked.promised_on), "now": cells.day(promise.on)}
        note = _("The promised date moves from %(was)s to %(now)s.") % words
    work_left = _work_left(locked)
    ORDER_LIFE.take(locked, Step.RESUME, by=by, note=note, **changes)
    work_left.update(is_open=True)
    follow(locked, by=by)
    return locked


def date_if_resumed(order) -> Promise:
    """What can be promised today for what is not in the office yet, never earlier than before.

    What is made and not checked still has the check and the way before it.
    """
    made = order.positions.filter(goes_to_shop=True, status__in=AWAITED).exists()
    usual, urgent = routes_of(_work_left(order))
    if made and not (usual or urgent):
        usual = [()]
    promise = promised_date(usual, urgent=urgent)
    if promise.on > order.promised_on:
        return promise
    return Promise(order.promised_on, order.promised_reason)


def _work_left(order):
    """Operations of what is not made; the first one of a started position is done with."""
    waiting = PositionOperation.objects.filter(
        position__order=order, position__goes_to_shop=True, position__status__in=NOT_MADE
    )
    return waiting.exclude(position__status=PositionStatus.STARTED, ordinal=1)


def _was_last(order, step, person):
    """Of holding and going on, this was the last, and it was this person's."""
    last = order.steps.filter(step__in=[Step.HOLD, Step.RESUME]).last()
    return last is not None and (last.step, last.by_id) == (step, person.pk)
