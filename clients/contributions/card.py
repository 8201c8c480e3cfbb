"""What stands on the page of a client, and the stages that dealings go through."""

from django.utils.translation import pgettext_lazy

from clients import history, panels
from clients.models import Client, RelationRules
from company.assignment import hands
from core import registry
from core.registry import ClientStage, Panel, TimelineSource


def contribute():
    for code, context, order, mark in (
        ("people", panels.people, 20, panels.has_people),
        ("requisites", panels.requisites, 60, None),
        ("plan", panels.plan, 50, None),
        ("merges", panels.merges, 90, panels.has_taken),
    ):
        template = f"clients/_{code}.html"
        registry.add_panel(
            Panel("clients.client", code, template, context, "", order, "aside", mark)
        )
    for code, context, place, mark in (
        ("offered", hands.waiting, "asked", None),
        (hands.CHAIN, panels.handed, "aside", hands.has_gone(Client)),
    ):
        template = f"company/_{code}.html"
        registry.add_panel(Panel("clients.client", code, template, context, "", 3, place, mark))
    registry.timeline_sources.append(
        TimelineSource(
            "changes",
            pgettext_lazy("timeline", "Changes of the card"),
            "pencil",
            history.of_card,
            "pgh_created_at",
            "clients/_timeline_change.html",
            finish=history.told,
            order=90,
        )
    )
    registry.client_stages += [
        ClientStage("first_contact", pgettext_lazy("stage", "First contact"), lambda: 0),
        ClientStage(
            "regular", pgettext_lazy("stage", "Regular dealings"), RelationRules.regular_from
        ),
    ]
