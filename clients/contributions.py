"""What this app contributes to the pages of others; called once from AppConfig.ready()."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients import completeness, history, panels
from clients.actions.regulation import REGULATE
from clients.attributes import hideable
from clients.bulk import work as bulk
from clients.duplicates import searching
from clients.duplicates.lifecycle import MERGE_RIGHT
from clients.importing import kinds, work
from clients.importing.fields import fields
from clients.importing.judging import ClientReader
from clients.merging.moving import copy_reach, move_pairs, stay
from clients.models import (
    Address,
    BulkChange,
    Client,
    ClientPhone,
    ClientSummary,
    ClientTarget,
    ContactPerson,
    DifferentPeople,
    DuplicatePair,
    DuplicateStep,
    Email,
    ExternalKey,
    Import,
    Merge,
    Messenger,
    PersonMerge,
    RelationLevel,
    RelationRules,
    Requisites,
    Segment,
    SegmentMember,
)
from clients.personal import contributions as personal
from company.assignment import hands
from company.models import Assignment
from core import jobs, registry
from core.phones import show
from core.registry import (
    ClientStage,
    CreateItem,
    Dealing,
    Duty,
    Hanging,
    NavItem,
    Panel,
    SearchHit,
    SearchProvider,
    TimelineSource,
)

SEE = "clients.view_client"
CLIENTS = pgettext_lazy("list", "Clients")
OF_CLIENT = (
    Hanging(ClientPhone, "client", copy_reach, _("Phone")),
    Hanging(Email, "client", copy_reach, _("E-mail")),
    Hanging(Messenger, "client", copy_reach, _("Messenger")),
    Hanging(Address, "client", copy_reach, _("Address")),
    Hanging(ContactPerson, "client"),
    Hanging(Requisites, "client", stay),  # merged field by field
    Hanging(ClientSummary, "client", stay, None),
    Hanging(ClientTarget, "client", label=_("Target")),
    Hanging(Client.tags.through, "client", label=_("Tag")),
    Hanging(DuplicatePair, "first", move_pairs, None),
    Hanging(DuplicatePair, "second", move_pairs, None),
    Hanging(Merge, "survivor"),
    Hanging(SegmentMember, "client", label=None),
    Hanging(ExternalKey, "client", label=None),
)
OF_PERSON = (
    Hanging(ClientPhone, "person"),
    Hanging(Email, "person"),
    Hanging(Messenger, "person"),
    Hanging(RelationLevel, "person"),
    Hanging(PersonMerge, "survivor"),
)


def contribute():
    registry.add_owner(
        registry.Owner(Client, Client.objects.visible_to, attach_right="core.add_attachment")
    )
    registry.search_providers.append(
        SearchProvider("clients", CLIENTS, find, "clients.view_client", 20, find_nearest)
    )
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
    for kind in (searching.KIND, bulk.RUN):
        jobs.add_kind(kind)
    for code, context, place, mark in (
        ("offered", hands.waiting, "top", None),
        (hands.CHAIN, panels.handed, "aside", hands.has_gone(Client)),
    ):
        template = f"company/_{code}.html"
        registry.add_panel(Panel("clients.client", code, template, context, "", 3, place, mark))
    registry.dealings.append(Dealing(_offered_to, "owner_id"))
    registry.react("changeset_undone", bulk.finish_undone)
    _regulate()
    _lead()
    _bring_in()
    _hang()


def _offered_to(user):
    """Who is asked to take a client over may look at it first."""
    offered = Assignment.objects.offered().given_to(user)
    return offered.filter(owner_type=Client._meta.label_lower)


def _regulate():
    jobs.add_kind(completeness.RECOUNT)
    registry.client_stages += [
        ClientStage("first_contact", pgettext_lazy("stage", "First contact"), lambda: 0),
        ClientStage(
            "regular", pgettext_lazy("stage", "Regular dealings"), RelationRules.regular_from
        ),
    ]
    registry.nav += [
        NavItem(
            "clients",
            pgettext_lazy("list", "Gaps in cards"),
            "clients:gaps",
            "forms",
            right="clients.change_client",
            order=12,
            inside=True,
        ),
        NavItem(
            "settings",
            _("Entry regulation"),
            "clients:regulation",
            "list-check",
            right=REGULATE,
            order=45,
        ),
    ]


def _lead():
    registry.nav.append(
        NavItem("clients", CLIENTS, "clients:index", "users", right="clients.view_client", order=10)
    )
    registry.nav.append(
        NavItem(
            "clients",
            pgettext_lazy("list", "Segments"),
            "clients:segments",
            "chart-pie",
            right="clients.view_client",
            order=11,
            inside=True,
        )
    )
    registry.nav.append(
        NavItem(
            "clients",
            pgettext_lazy("list", "Likely duplicates"),
            "clients:duplicates",
            "users-group",
            right=MERGE_RIGHT,
            order=12,
            inside=True,
        )
    )
    registry.nav.append(
        NavItem(
            "clients",
            pgettext_lazy("list", "Bulk changes"),
            "clients:bulk_changes",
            "edit",
            right="clients.bulk_client",
            order=13,
            inside=True,
        )
    )
    registry.create_items.append(
        CreateItem(
            pgettext_lazy("create", "Client"),
            "clients:add",
            "user-plus",
            right="clients.add_client",
            order=20,
            shortcut="alt+k",
        )
    )


def _bring_in():
    kinds.add_kind(
        kinds.ImportKind("clients", CLIENTS, "clients.import_client", fields, ClientReader, 10)
    )
    for kind in (work.CHECK, work.RUN):
        jobs.add_kind(kind)
    registry.nav.append(
        NavItem(
            "clients",
            pgettext_lazy("list", "Import from files"),
            "clients:imports",
            "upload",
            right="clients.import_client",
            order=90,
        )
    )


def _hang():
    registry.hangs_on_client += OF_CLIENT
    registry.hangs_on_person += OF_PERSON
    registry.hideable.append(hideable)
    personal.contribute()
    registry.hangs_on_employee += [
        Hanging(Client, "responsible"),
        Hanging(Client, "created_by"),
        Hanging(ContactPerson, "created_by"),
        Hanging(RelationLevel, "by"),
        Hanging(Segment, "owner"),
        Hanging(Import, "by"),
        Hanging(DuplicateStep, "by"),
        Hanging(Merge, "by"),
        Hanging(PersonMerge, "by"),
        Hanging(DifferentPeople, "by"),
        Hanging(BulkChange, "by"),
    ]
    registry.duties += [
        Duty("clients", CLIENTS, Client, "responsible", Client.objects.all, SEE, order=10),
        Duty(
            "segments",
            _("Segments for everybody"),
            Segment,
            "owner",
            lambda: Segment.objects.filter(is_shared=True),
            SEE,
            order=70,
        ),
    ]


def find(user, text, limit):
    return [_hit(client, user) for client in _seen(user).best_found_by(text, limit)]


def find_nearest(user, text, limit):
    found, names = _seen(user).best_or_nearest(text, limit)
    return [_hit(client, user) for client in found], names


def _seen(user):
    return Client.objects.visible_to(user).without_grams().prefetch_related("phones")


def _hit(client, user):
    numbers = client.phones.all()[:2] if user.sees_field("phone") else []
    return SearchHit(
        title=client.name,
        note=", ".join(show(phone.e164) for phone in numbers),
        url=client.get_absolute_url(),
        icon="building" if client.kind == Client.Kind.ORGANISATION else "user",
    )
