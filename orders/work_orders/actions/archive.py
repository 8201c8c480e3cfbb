from django.db import transaction

from orders.models import WorkOrder
from orders.work_orders.lifecycle import ORDER_LIFE, Step


@transaction.atomic
def archive(order, *, by):
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    ORDER_LIFE.take(locked, Step.ARCHIVE, by=by)
    return locked
