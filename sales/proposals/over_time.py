"""Proposals on the timeline of their client."""

from django.utils.translation import pgettext_lazy

from core import registry
from sales.models import Proposal
from sales.proposals.lifecycle import SEE


def proposals_of(client, user):
    return Proposal.objects.visible_to(user).filter(client=client)


def contribute():
    registry.timeline_sources.append(
        registry.TimelineSource(
            "proposals",
            pgettext_lazy("list", "Commercial proposals"),
            "file-text",
            proposals_of,
            "created_at",
            "sales/proposals/_timeline.html",
            lambda rows, user: rows.select_related("responsible"),
            SEE,
            25,
        )
    )
