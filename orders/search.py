from core import cells, registry
from orders.models import WorkOrder


def by_number(user, text, limit):
    found = WorkOrder.objects.visible_to(user).numbered(text).select_related("client")
    return [_hit(order, user) for order in found.order_by("-created_at")[:limit]]


def _hit(order, user):
    client = order.client.name if user.has_perm("clients.view_client") else ""
    words = [client, str(order.state.label), cells.day(order.promised_on)]
    note = " · ".join(word for word in words if word)
    return registry.SearchHit(order.number, note, order.get_absolute_url(), "clipboard-list")
