from django.db import transaction

from orders.models import WorkOrder
from orders.work_orders.lifecycle import ORDER_LIFE, Step


@transaction.atomic
def arrive(order, *, by):
    """The pieces are in the office that took the order: now the client is called."""
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    ORDER_LIFE.take(locked, Step.ARRIVE, by=by)
    return locked
