"""Interests on the pages of others: of a client, of a talk, on the timeline, in the search."""

from django.db.models import Exists, OuterRef
from django.urls import reverse

from clients.models import Client
from core import registry
from core.prepared import prepared
from core.registry import SearchHit
from sales.interests.lifecycle import ADD
from sales.models import Interest

SHOWN = 5
CODE = "interests"


def of_client(client, user):
    """Those that wait for a decision; the others stand on the timeline."""
    waiting = _undecided(client, user) if registry.has(client, CODE) else []
    may_add = user.has_perm(ADD)
    if not waiting and not may_add:
        return None
    return {
        "interests": waiting,
        "add_url": f"{reverse('sales:add_interest')}?client={client.pk}" if may_add else "",
        "all_url": f"{reverse('sales:interests')}?client={client.pk}",
    }


def is_any_of_client():
    return Exists(Interest.objects.undecided().filter(client=OuterRef("pk")))


@prepared
def _undecided(client, user):
    rows = Interest.objects.visible_to(user).undecided().filter(client=client)
    return rows.with_people().order_by("-received_at", "-pk")[:SHOWN]


def of_talk(interaction, user):
    """What came by it, and the way to note what came."""
    came = Interest.objects.visible_to(user).filter(interaction=interaction)
    may_add = user.has_perm(ADD)
    found = list(came.with_people())
    if not found and not may_add:
        return None
    return {
        "interests": found,
        "add_url": f"{reverse('sales:add_interest')}?interaction={interaction.pk}"
        if may_add
        else "",
    }


def came_from(client, user):
    return Interest.objects.visible_to(user).filter(client=client)


def find(user, text, limit):
    """By the words of the wish, or by whose it is."""
    seen = Interest.objects.visible_to(user).with_people().order_by("-pk")
    found = list(seen.worded_like(text)[:limit])
    if not found:
        clients = Client.objects.searched_by(user).found_by(text).values("pk")[:limit]
        found = seen.filter(client__in=[row["pk"] for row in clients])[:limit]
    return [
        SearchHit(
            title=f"{each.client.name}: {each}",
            note=f"{each.get_status_display()}, {each.responsible.short_name}",
            url=each.get_absolute_url(),
            icon="sparkles",
        )
        for each in found
    ]
