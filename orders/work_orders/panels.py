"""What the order's page says of its life: why it waits, what it remakes, when pieces left."""

from django.db.models import Prefetch, Q

from company.models.employee import named
from orders.models import Payment, Position, WorkOrder
from orders.work_orders.lifecycle import ARCHIVE
from orders.work_orders.pricing import Prepayment

LINKED = ("year", "seq", "old_number", "status", "has_production")


def standing(order, user):
    """Nothing is asked of the database for an order that neither waits nor has left."""
    linked = Q()
    if order.remake_of_id:
        linked |= Q(pk=order.remake_of_id)
    if order.visits or order.status in ARCHIVE:
        linked |= Q(remake_of=order)
    found = list(WorkOrder.objects.filter(linked).only(*LINKED)) if linked else []
    sees_prices = user.has_perm("orders.see_prices")
    typed = _typed_prepayment(order) if sees_prices else None
    if not (found or typed or order.is_on_hold):
        return None
    return {
        "order": order,
        "typed": typed,
        "original": next((each for each in found if each.pk == order.remake_of_id), None),
        "remakes": [each for each in found if each.pk != order.remake_of_id],
    }


def _typed_prepayment(order):
    """Not booked yet: a calculation takes no money."""
    if not order.typed_prepayment or order.is_cancelled:
        return None
    prepayment = Prepayment.from_json(order.typed_prepayment)
    return {"amount": prepayment.amount, "method": Payment.Method(prepayment.method).label}


def visits(order, user):
    """An order that left at once tells it among its facts."""
    if not order.visits or (order.visits == 1 and order.status in ARCHIVE):
        return None
    rows = order.hand_overs.select_related("by").defer(*named("by"))
    pieces = Position.objects.only("hand_over", "ordinal", "part", "quantity")
    return {"visits": list(rows.prefetch_related(Prefetch("positions", pieces)))}
