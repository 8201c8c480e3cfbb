from django.db import transaction

from orders.models import WorkOrder
from orders.work_orders.actions.accept import accept
from orders.work_orders.actions.calculate import calculate, edit
from orders.work_orders.pricing import OrderContent, Prepayment


@transaction.atomic
def take(
    content: OrderContent,
    *,
    by,
    token,
    prepayment: Prepayment | None = None,
    order: WorkOrder | None = None,
    version: int | None = None,
) -> WorkOrder:
    """Keep what is agreed, accept it and take the prepayment: all of it, or nothing.

    With `order` a calculation is changed and accepted. Pressed again, it answers the same order.
    """
    if order is None:
        kept = calculate(content, by=by, token=token)
    else:
        kept = edit(order, content, by=by, version=version)
    return accept(kept, by=by, prepayment=prepayment, token=token)
