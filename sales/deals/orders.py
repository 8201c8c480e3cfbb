"""Which orders a deal has become, or may."""

from orders.models import WorkOrder

OFFERED = 20


def unlinked_of(deal, user):
    """Of the deal's client, taken since the deal is open, of no deal yet."""
    seen = WorkOrder.objects.visible_to(user).filter(client=deal.client_id, of_deal=None)
    fresh = seen.filter(created_at__gte=deal.created_at).order_by("-pk").values("pk")[:OFFERED]
    return WorkOrder.objects.filter(pk__in=list(fresh.values_list("pk", flat=True)))
