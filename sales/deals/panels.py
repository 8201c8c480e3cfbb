"""What pages of other apps show of deals."""

from django.db.models import Exists, OuterRef
from django.urls import reverse

from core import cells, registry
from core.prepared import prepared
from sales.deals import actions
from sales.deals.lifecycle import ADD, CHANGE
from sales.deals.scoring import PROSPECTS, explained
from sales.models import ClientOutlook, Deal, DealOrder

SHOWN = 6


def of_client(client, user):
    """What goes on with them, and what has become of the rest."""
    deals = _newest(client, user) if registry.has(client, "deals") else []
    return {
        "client": client,
        "deals": deals[:SHOWN],
        "all_url": f"{reverse('sales:deals')}?client={client.pk}" if len(deals) > SHOWN else "",
        "may_add": user.has_perm(ADD),
    }


@prepared
def _newest(client, user):
    found = Deal.objects.visible_to(user).filter(client=client).with_people().with_next_step()
    return found.order_by("-created_at", "-pk")[: SHOWN + 1]


def has_deals():
    return Exists(Deal.objects.filter(client=OuterRef("pk")))


def outlook_of(client, user):
    """Potential and prospects as last assessed, and what was thought before."""
    outlooks = _outlooks(client) if registry.has(client, "outlook") else []
    return {
        "client": client,
        "outlooks": outlooks,
        "parts": explained(PROSPECTS, outlooks[0].parts) if outlooks else [],
        "may_change": user.has_perm(CHANGE),
    }


@prepared
def _outlooks(client):
    return (
        ClientOutlook.objects.filter(client=client).select_related("by").order_by("-at", "-pk")[:4]
    )


def has_outlook():
    return Exists(ClientOutlook.objects.filter(client=OuterRef("pk")))


def of_order(order, user):
    deals = _deal_of(order, user) if registry.has(order, "deal") else []
    return {"deal": deals[0]} if deals else None


@prepared
def _deal_of(order, user):
    return Deal.objects.visible_to(user).filter(orders__order=order).with_people()


def has_deal():
    return Exists(DealOrder.objects.filter(order=OuterRef("pk")))


def find(user, text, limit):
    found = Deal.objects.visible_to(user).titled_like(text).with_people().order_by("-pk")
    return [
        registry.SearchHit(
            title=deal.title,
            note=f"{deal.client.name}, {cells.rubles(deal.expected_sum)}",
            url=deal.get_absolute_url(),
            icon="arrows-right",
        )
        for deal in found[:limit]
    ]


def remember_order(asked, *, by):
    """The order screen was opened from a deal: the order belongs to it."""
    label, _dash, pk = asked.ground.rpartition("-")
    if label == "sales.deal" and pk.isdecimal():
        deal = Deal.objects.visible_to(by).filter(pk=pk).first()
        if deal and deal.client_id == asked.order.client_id:
            actions.link_order(deal, asked.order, by=by)
