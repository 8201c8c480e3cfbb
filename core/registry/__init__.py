"""What an app contributes to pages below it: the one inversion of the house.

Entries are made in `<app>/contributions.py`, called from `AppConfig.ready()`; reports, lists and
dictionaries register by the decorator on their class. Pages read them and know no writer.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from core.registry.entries.asked import ApprovalKind, DeadlineKind
from core.registry.entries.calls import Answer, Occasion, OwedCallReason, Said
from core.registry.entries.hanging import (
    Dealing,
    Duty,
    Hanging,
    NeedOfData,
    Owner,
    PersonalData,
)
from core.registry.entries.pages import (
    CreateItem,
    HomeBlock,
    NavItem,
    Panel,
    SearchHit,
    SearchProvider,
)
from core.registry.entries.told import (
    CalendarEvent,
    CalendarSource,
    ClientStage,
    Figure,
    TimelineSource,
)

__all__ = [
    "Answer",
    "ApprovalKind",
    "CalendarEvent",
    "CalendarSource",
    "ClientStage",
    "CreateItem",
    "DeadlineKind",
    "Dealing",
    "Duty",
    "Figure",
    "Hanging",
    "HomeBlock",
    "NavItem",
    "NeedOfData",
    "Occasion",
    "OwedCallReason",
    "Owner",
    "Panel",
    "PersonalData",
    "Said",
    "SearchHit",
    "SearchProvider",
    "TimelineSource",
    "add_approval_kind",
    "add_deadline_kind",
    "add_owed_call_reason",
    "add_owner",
    "add_panel",
    "add_personal_data",
    "announce",
    "approval_kinds",
    "bars_erasure",
    "blocks",
    "calendar_sources",
    "client_stages",
    "create_items",
    "deadline_kinds",
    "dealings",
    "dictionaries",
    "document_kinds",
    "duties",
    "figures",
    "hangs_on_client",
    "hangs_on_employee",
    "hangs_on_person",
    "has",
    "hideable",
    "home_blocks",
    "job_kinds",
    "lists",
    "marks",
    "nav",
    "needs_of_data",
    "occasions",
    "owed_call_reasons",
    "owners",
    "panels",
    "permitted",
    "personal_data",
    "placed",
    "react",
    "reports",
    "search_providers",
    "timeline_sources",
]


@dataclass
class _Registry:
    nav: list[NavItem] = field(default_factory=list)
    create_items: list[CreateItem] = field(default_factory=list)
    panels: dict[str, list[Panel]] = field(default_factory=lambda: defaultdict(list))
    home_blocks: list[HomeBlock] = field(default_factory=list)
    search_providers: list[SearchProvider] = field(default_factory=list)
    owners: dict[str, Owner] = field(default_factory=dict)
    owed_call_reasons: dict[str, OwedCallReason] = field(default_factory=dict)
    approval_kinds: dict[str, ApprovalKind] = field(default_factory=dict)
    deadline_kinds: dict[str, DeadlineKind] = field(default_factory=dict)
    reactions: dict[str, list[Callable]] = field(default_factory=lambda: defaultdict(list))
    lists: dict[str, type] = field(default_factory=dict)
    reports: dict[str, type] = field(default_factory=dict)
    dictionaries: dict[str, type] = field(default_factory=dict)
    document_kinds: dict[str, Any] = field(default_factory=dict)
    job_kinds: dict[str, Any] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)
    timeline_sources: list[TimelineSource] = field(default_factory=list)
    occasions: list[Occasion] = field(default_factory=list)
    calendar_sources: list[CalendarSource] = field(default_factory=list)
    client_stages: list[ClientStage] = field(default_factory=list)
    hangs_on_client: list[Hanging] = field(default_factory=list)
    hangs_on_person: list[Hanging] = field(default_factory=list)
    dealings: list[Dealing] = field(default_factory=list)
    needs_of_data: list[NeedOfData] = field(default_factory=list)
    personal_data: dict[type, PersonalData] = field(default_factory=dict)
    # client -> sentences: why its data cannot be erased now.
    bars_erasure: list[Callable[[Any], list[str]]] = field(default_factory=list)
    # () -> [(code, label)] of what may be hidden from a role.
    hideable: list[Callable[[], list[tuple]]] = field(default_factory=list)
    hangs_on_employee: list[Hanging] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)


_entries = _Registry()
nav = _entries.nav
create_items = _entries.create_items
home_blocks = _entries.home_blocks
search_providers = _entries.search_providers
owners = _entries.owners
owed_call_reasons = _entries.owed_call_reasons
approval_kinds = _entries.approval_kinds
deadline_kinds = _entries.deadline_kinds
lists = _entries.lists
reports = _entries.reports
dictionaries = _entries.dictionaries
document_kinds = _entries.document_kinds
job_kinds = _entries.job_kinds
figures = _entries.figures
timeline_sources = _entries.timeline_sources
occasions = _entries.occasions
calendar_sources = _entries.calendar_sources
client_stages = _entries.client_stages
hangs_on_client = _entries.hangs_on_client
hangs_on_person = _entries.hangs_on_person
dealings = _entries.dealings
needs_of_data = _entries.needs_of_data
personal_data = _entries.personal_data
bars_erasure = _entries.bars_erasure
hideable = _entries.hideable
hangs_on_employee = _entries.hangs_on_employee
duties = _entries.duties


def add_panel(panel: Panel):
    _entries.panels[panel.page].append(panel)
    _entries.panels[panel.page].sort(key=lambda entry: entry.order)


def panels(page: str, obj, user) -> list[dict]:
    """The panels of `page` that this user may see: [{code, template, place, **context}]."""
    shown = []
    for panel in _entries.panels[page]:
        if panel.right and not user.has_perm(panel.right):
            continue
        context = panel.context(obj, user)
        if context is not None:
            said = {"code": panel.code, "template": panel.template, "place": panel.place}
            shown.append(said | context)
    return shown


def marks(page: str) -> dict[str, Any]:
    """What the row of a page is annotated with, so that its panels ask for nothing in vain."""
    return {_mark(each.code): each.mark() for each in _entries.panels[page] if each.mark}


def has(obj, code: str) -> bool:
    """Whether the panel of this code has anything to ask for, as far as the row says it."""
    return getattr(obj, _mark(code), True)


def _mark(code):
    return f"has_{code}"


def placed(shown: list[dict]) -> dict[str, list[dict]]:
    """For a page of more than one column: the panels by their place."""
    places = {"asked": [], "top": [], "main": [], "aside": []}
    for panel in shown:
        places[panel["place"]].append(panel)
    return places


def blocks(user) -> list[dict]:
    """The blocks of «Today» for this user: [{code, template, **context}]."""
    shown = [
        (block, context)
        for block in permitted(home_blocks, user)
        if (context := block.context(user)) is not None
    ]
    return [{"code": each.code, "template": each.template, **found} for each, found in shown]


def add_personal_data(*entries: PersonalData):
    personal_data.update((entry.model, entry) for entry in entries)


def add_owner(owner: Owner):
    owners[owner.model._meta.label_lower] = owner


def add_owed_call_reason(reason: OwedCallReason):
    owed_call_reasons[reason.code] = reason


def add_approval_kind(kind: ApprovalKind):
    approval_kinds[kind.code] = kind


def add_deadline_kind(kind: DeadlineKind):
    deadline_kinds[kind.code] = kind


def react(happening: str, reaction: Callable):
    """Run `reaction(obj, by=…)` in the transaction of whoever announces `happening`."""

    def to_each(objs, *, by):
        for obj in objs:
            reaction(obj, by=by)

    react_to_all(happening, to_each)


def react_to_all(happening: str, reaction: Callable):
    """The same as `reaction(objs, by=…)`, once for all that it happened to at the same moment: for
    what costs as many queries for a thousand of them as for one."""
    _entries.reactions[happening].append(reaction)


def announce(happening: str, obj, *, by):
    announce_all(happening, [obj], by=by)


def announce_all(happening: str, objs: list, *, by):
    for reaction in _entries.reactions[happening]:
        reaction(objs, by=by)


def permitted(entries, user) -> list:
    allowed = [entry for entry in entries if not entry.right or user.has_perm(entry.right)]
    return sorted(allowed, key=lambda entry: entry.order)
