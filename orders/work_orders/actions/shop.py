"""What the workshop does with a position; the order follows its slowest one."""

from django.db import transaction
from django.utils.translation import gettext as _

from company.robot import robot
from core.errors import Refused
from orders.models import Position, WorkOrder
from orders.work_orders.lifecycle import (
    ARRIVED,
    IN_SHOP,
    NOT_MADE,
    ORDER_LIFE,
    POSITION_LIFE,
    ROUTES,
    PositionStatus,
    PositionStep,
    Status,
    Step,
)

UNMADE = {Status.ACCEPTED, Status.IN_PRODUCTION}
UNCHECKED = UNMADE | {Status.MADE}


@transaction.atomic
def start(position, *, by):
    """Started: the first stage of its route is no longer in the queue."""
    position = locked_position(position)
    POSITION_LIFE.take(position, PositionStep.START, by=by)
    first = position.operations.queued().first()
    if first:
        position.operations.filter(pk=first.pk).update(is_open=False)
    follow(position.order, by=by)
    return position


@transaction.atomic
def finish(position, *, by):
    position = locked_position(position)
    POSITION_LIFE.take(position, PositionStep.FINISH, by=by)
    position.operations.update(is_open=False)
    follow(position.order, by=by)
    return position


@transaction.atomic
def check(position, *, by):
    position = locked_position(position)
    POSITION_LIFE.take(position, PositionStep.CHECK, by=by)
    follow(position.order, by=by)
    return position


@transaction.atomic
def send_back(position, *, by, note):
    """Back for rework: its whole route stands in the queue again."""
    if not note.strip():
        raise Refused(_("Say what is wrong, so that the workshop knows what to do again."))
    position = locked_position(position)
    times = position.times_sent_back + 1
    POSITION_LIFE.take(position, PositionStep.SEND_BACK, by=by, note=note, times_sent_back=times)
    position.operations.update(is_open=True)
    follow(position.order, by=by)
    return position


def locked_position(position):
    """The order's row is locked first, as everywhere; then the position is read anew."""
    order = WorkOrder.objects.select_for_update().get(pk=position.order_id)
    fresh = Position.ever.get(pk=position.pk)
    fresh.order = order
    return fresh


def follow(order, *, by):
    """Move the order to where its slowest position is. The shop's steps carry their own rights, so
    the order's follow as the robot's where the person has none, with the person in the step of
    the position."""
    states = set(order.positions.filter(goes_to_shop=True).values_list("status", flat=True))
    for step in _steps_towards(order.status, states):
        may = ROUTES[step].offered and by.has_perm(ORDER_LIFE.right(step))
        ORDER_LIFE.take(order, step, by=by if may else robot())


def _steps_towards(status, states):
    if not states & IN_SHOP:
        arrive = [Step.ARRIVE] if states <= ARRIVED else []
        return [Step.CHECK, *arrive] if status in UNCHECKED else _if_checked(status, arrive)
    if not states & NOT_MADE:
        return [Step.FINISH] if status in UNMADE else []
    if status in {Status.MADE, Status.CHECKED}:
        return [Step.REWORK]
    begun = states != {PositionStatus.WAITING}
    return [Step.START] if begun and status == Status.ACCEPTED else []


def _if_checked(status, steps):
    return steps if status == Status.CHECKED else []
