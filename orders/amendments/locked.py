from orders.models import Amendment, WorkOrder


def locked_amendment(amendment) -> Amendment:
    """The order's row is locked first, as everywhere; then the amendment is read anew."""
    order = WorkOrder.objects.select_for_update().get(pk=amendment.order_id)
    fresh = Amendment.objects.select_related("drafted_by").get(pk=amendment.pk)
    fresh.order = order
    return fresh
