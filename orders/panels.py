from django.db.models import Sum
from django.urls import reverse

from core.lists.declared import count_text
from orders.models import WorkOrder

SHOWN = 8


def of_client(client, user):
    """The client's orders, newest first, and what they owe."""
    orders = WorkOrder.objects.visible_to(user).filter(client=client)
    rows = list(orders.in_short_rows().with_first_position().order_by("-created_at")[:SHOWN])
    debt = None
    if user.has_perm("orders.see_prices"):
        debt = orders.in_debt().aggregate(owed=Sum("debt"))["owed"] or 0
    return {
        "orders": rows,
        "count": count_text(orders) if len(rows) == SHOWN else str(len(rows)),
        "debt": debt,
        "url": f"{reverse('orders:index')}?client={client.pk}",
        "new_url": f"{reverse('orders:new')}?client={client.pk}"
        if user.has_perm("orders.add_workorder")
        else "",
    }
