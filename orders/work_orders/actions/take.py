from django.db import transaction

from orders.models import WorkOrder
from orders.work_orders.actions.accept import accept
from orders.work_orders.actions.keep import keep_changed, keep_new
from orders.work_orders.pricing import OrderContent, Prepayment


@transaction.atomic
def take(
    content: OrderContent,
    *,
    by,
    token,
    prepayment: Prepayment | None = None,
    signature=None,
    order: WorkOrder | None = None,
    version: int | None = None,
) -> WorkOrder:
    """Keep what is agreed, accept it and take the prepayment: all of it, or nothing.

    `signature` is a PNG upload of the client's hand, if they sign on the screen.
    With `order` a calculation is changed and accepted. Pressed again, it answers the same order.
    """
    if order is None:
        kept, _is_new = keep_new(content, by=by, token=token)
    else:
        kept, _is_new = keep_changed(order, content, by=by, version=version)
    return accept(kept, by=by, prepayment=prepayment, token=token, signature=signature)
