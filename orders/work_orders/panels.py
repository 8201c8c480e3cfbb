"""What the order's page says of its life: why it waits, what it remakes, when pieces left."""

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q

from company.models.employee import named
from orders.models import WorkOrder
from orders.work_orders.lifecycle import ARCHIVE


def standing(order, user):
    """Nothing is asked of the database for an order that neither waits nor has left."""
    linked = Q()
    if order.remake_of_id:
        linked |= Q(pk=order.remake_of_id)
    if order.visits or order.status in ARCHIVE:
        linked |= Q(remake_of=order)
    found = (
        list(WorkOrder.objects.filter(linked).only("year", "seq", "status", "has_production"))
        if linked
        else []
    )
    if not (found or order.is_on_hold):
        return None
    return {
        "order": order,
        "original": next((each for each in found if each.pk == order.remake_of_id), None),
        "remakes": [each for each in found if each.pk != order.remake_of_id],
    }


def visits(order, user):
    """An order that left at once tells it among its facts."""
    if not order.visits or (order.visits == 1 and order.status in ARCHIVE):
        return None
    rows = order.hand_overs.select_related("by").defer(*named("by"))
    numbers = ArrayAgg("positions__ordinal", order_by="positions__ordinal")
    return {"visits": list(rows.annotate(numbers=numbers))}
