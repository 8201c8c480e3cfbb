from core import cells, registry
from orders.models import WorkOrder


def by_number_or_description(user, text, limit):
    """«123», «C-17»; «mirror 600» where no number is meant."""
    seen = WorkOrder.objects.visible_to(user).select_related("client").order_by("-created_at")
    found = list(seen.numbered(text).with_titles()[:limit])
    if len(found) < limit:
        described = seen.described_as(text).exclude(pk__in=[order.pk for order in found])
        found += described.with_titles()[: limit - len(found)]
    return [_hit(order, user) for order in found]


def _hit(order, user):
    client = order.client.name if user.has_perm("clients.view_client") else ""
    words = [client, order.summary, str(order.state.label), cells.day(order.promised_on)]
    note = " · ".join(word for word in words if word)
    return registry.SearchHit(order.number, note, order.get_absolute_url(), "clipboard-list")
