"""What this app contributes to the pages of others; called once from AppConfig.ready()."""

from clients import completeness
from clients.attributes import hideable
from clients.bulk import work as bulk
from clients.contributions import card, hanging, menu
from clients.contributions.menu import CLIENTS, SEE
from clients.contributions.search import find, find_nearest
from clients.duplicates import searching
from clients.importing import kinds, work
from clients.importing.fields import fields
from clients.importing.judging import ClientReader
from clients.models import Client
from clients.personal import contributions as personal
from company.models import Assignment
from core import jobs, registry
from core.registry import Dealing, SearchProvider


def contribute():
    registry.add_owner(
        registry.Owner(Client, Client.objects.visible_to, attach_right="core.add_attachment")
    )
    registry.search_providers.append(
        SearchProvider("clients", CLIENTS, find, SEE, 20, find_nearest)
    )
    registry.dealings.append(Dealing(_offered_to, "owner_id"))
    for kind in (searching.KIND, bulk.RUN, completeness.RECOUNT, work.CHECK, work.RUN):
        jobs.add_kind(kind)
    kinds.add_kind(
        kinds.ImportKind("clients", CLIENTS, "clients.import_client", fields, ClientReader, 10)
    )
    registry.react("changeset_undone", bulk.finish_undone)
    registry.hideable.append(hideable)
    card.contribute()
    menu.contribute()
    hanging.contribute()
    personal.contribute()


def _offered_to(user):
    """Who is asked to take a client over may look at it first."""
    offered = Assignment.objects.offered().given_to(user)
    return offered.filter(owner_type=Client._meta.label_lower)
