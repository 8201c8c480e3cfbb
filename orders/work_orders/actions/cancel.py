from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from core import money
from core.errors import Refused
from orders.models import PositionOperation, WorkOrder
from orders.money.actions import refund
from orders.work_orders.lifecycle import ORDER_LIFE, Status, Step
from orders.work_orders.visit import worth_of_gone


@transaction.atomic
def cancel(order, *, by, ground, kept_for_costs=Decimal(0), method="cash") -> WorkOrder:
    """Cancel with a ground; what was paid goes back but for the costs (Закон 2300-1 art. 32).

    The sum of a cancelled order becomes what is kept, so that nothing is owed by either side. A
    second press by the same person changes nothing.
    """
    if not ground.strip():
        raise Refused(_("Give the ground of the cancellation."))
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    if locked.status == Status.CANCELLED and _cancelled_by(locked, by):
        return locked
    _refuse_wrong_sum(locked, kept_for_costs)
    give_back = locked.paid - kept_for_costs
    accepted = locked.status != Status.CALCULATION
    ORDER_LIFE.take(
        locked,
        Step.CANCEL,
        by=by,
        note=ground,
        cancel_ground=ground,
        kept_for_costs=kept_for_costs,
        **({"total": kept_for_costs} if accepted else {}),
    )
    PositionOperation.objects.filter(position__order=locked).update(is_open=False)
    if give_back:
        refund(locked, by=by, amount=give_back, method=method, ground=ground)
    locked.refresh_from_db()
    return locked


def _refuse_wrong_sum(order, kept_for_costs):
    """What has left stays with the client, and what was paid for it stays here."""
    if kept_for_costs < 0 or kept_for_costs > order.paid:
        raise Refused(_("What is kept for costs cannot be more than was paid."))
    gone = worth_of_gone(order)
    if kept_for_costs < min(gone, order.paid):
        text = _("The client keeps pieces worth %(sum)s ₽: keep at least what was paid for them.")
        raise Refused(text % {"sum": money.amount(gone)})


def _cancelled_by(order, person):
    return order.steps.filter(step=Step.CANCEL, by=person).exists()
