from urllib.parse import urlencode

from django.urls import reverse

from core.prepared import prepared
from sales.models import Proposal
from sales.proposals.lifecycle import ADD

SHOWN = 5
ROW = ("year", "seq", "title", "status", "total", "valid_until", "created_at")


def of_client(client, user):
    return _panel(_of_client(client, user), user, client=client.pk)


@prepared
def _of_client(client, user):
    return _rows(user).filter(client=client)[: SHOWN + 1]


def of_deal(deal, user):
    """All of them: a deal has few."""
    return _panel(list(_rows(user).filter(deal=deal)), user, deal=deal.pk)


def of_order(order, user):
    found = list(_rows(user).filter(order=order))
    return {"proposals": found, "is_more": False, "new_url": ""} if found else None


def _rows(user):
    return Proposal.objects.visible_to(user).only(*ROW).order_by("-created_at", "-pk")


def _panel(found, user, **about):
    may_add = user.has_perm(ADD)
    if not (found or may_add):
        return None
    query = urlencode(about)
    return {
        "proposals": found[:SHOWN] if "client" in about else found,
        "is_more": "client" in about and len(found) > SHOWN,
        "url": f"{reverse('sales:proposals')}?{query}",
        "new_url": f"{reverse('sales:prepare_proposal')}?{query}" if may_add else "",
    }
