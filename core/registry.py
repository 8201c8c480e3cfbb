"""What an app contributes to pages below it: the one inversion of the house.

Entries are made in `<app>/contributions.py`, called from `AppConfig.ready()`; reports, lists and
dictionaries register by the decorator on their class. Pages read them and know no writer.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet


@dataclass(frozen=True)
class NavItem:
    section: str  # a code of SECTIONS
    label: str
    url_name: str
    icon: str
    right: str = ""
    order: int = 50
    shortcut: str = ""
    args: tuple = ()
    query: str = ""
    inside: bool = False  # a part of the entry above it: a folder of its list


@dataclass(frozen=True)
class CreateItem:
    label: str
    url_name: str
    icon: str
    right: str
    order: int = 50
    shortcut: str = ""


@dataclass(frozen=True)
class Panel:
    """A part of another app's page; `context(obj, user)` fills `template`, None hides it."""

    page: str  # "orders.workorder", "clients.client"…
    code: str
    template: str
    context: Callable[[Any, Any], dict | None]
    right: str = ""
    order: int = 50
    place: str = "main"  # main | aside | top: the order's page has all three


@dataclass(frozen=True)
class HomeBlock:
    """A block of «Today»; `context(user)` gives what `template` shows, None hides it."""

    code: str
    template: str
    context: Callable[[Any], dict | None]
    right: str = ""
    order: int = 50


@dataclass(frozen=True)
class SearchProvider:
    """`find(user, text, limit)` returns SearchHits of rows the user may see."""

    code: str
    label: str
    find: Callable[[Any, str, int], list]
    right: str = ""
    order: int = 50


@dataclass(frozen=True)
class SearchHit:
    title: str
    note: str
    url: str
    icon: str


@dataclass(frozen=True)
class Owner:
    """A model that documents and attachments hang on; they are visible through it."""

    model: type
    visible_to: Callable[[Any], QuerySet]
    attach_right: str = ""  # empty: nothing is attached to it by hand
    papers_right: str = ""  # papers may say more than the owner's page shows to everybody
    # Where sketches and photographs are shown to more people than the papers are.
    files_visible_to: Callable[[Any], QuerySet] | None = None


@dataclass(frozen=True)
class OwedCallReason:
    """Why the firm owes a call. `still_due(interaction)` is asked again when the call is opened."""

    code: str
    label: str
    still_due: Callable[[Any], bool]
    script: Callable[[Any], str]
    on_result: Callable[..., None] | None = None


@dataclass(frozen=True)
class ApprovalKind:
    """What may be asked of those who have `right`. `sentence(approval)` says what is asked, and
    `about(subject)` in a few (label, words) what it is asked for."""

    code: str
    label: str
    right: str
    model: type
    sentence: Callable[[Any], str]
    about: Callable[[Any], list[tuple]] = lambda subject: []
    # The most that a person with the right decides alone, against Approval.measure; None: any.
    limit: Callable[[Any], Any] = lambda person: None
    on_approve: Callable[..., None] | None = None  # (approval, by=…), in the same transaction


@dataclass(frozen=True)
class Hanging:
    """A foreign key to Client or Employee, for merges, personal-data files and leavers."""

    model: type
    field: str


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
    reactions: dict[str, list[Callable]] = field(default_factory=lambda: defaultdict(list))
    lists: dict[str, type] = field(default_factory=dict)
    reports: dict[str, type] = field(default_factory=dict)
    dictionaries: dict[str, type] = field(default_factory=dict)
    document_kinds: dict[str, Any] = field(default_factory=dict)
    job_kinds: dict[str, Any] = field(default_factory=dict)
    hangs_on_client: list[Hanging] = field(default_factory=list)
    hangs_on_employee: list[Hanging] = field(default_factory=list)


_entries = _Registry()
nav = _entries.nav
create_items = _entries.create_items
home_blocks = _entries.home_blocks
search_providers = _entries.search_providers
owners = _entries.owners
owed_call_reasons = _entries.owed_call_reasons
approval_kinds = _entries.approval_kinds
lists = _entries.lists
reports = _entries.reports
dictionaries = _entries.dictionaries
document_kinds = _entries.document_kinds
job_kinds = _entries.job_kinds
hangs_on_client = _entries.hangs_on_client
hangs_on_employee = _entries.hangs_on_employee


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


def placed(shown: list[dict]) -> dict[str, list[dict]]:
    """For a page of more than one column: the panels by their place."""
    places = {"top": [], "main": [], "aside": []}
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


def add_owner(owner: Owner):
    owners[owner.model._meta.label_lower] = owner


def add_owed_call_reason(reason: OwedCallReason):
    owed_call_reasons[reason.code] = reason


def add_approval_kind(kind: ApprovalKind):
    approval_kinds[kind.code] = kind


def react(happening: str, reaction: Callable):
    """Run `reaction(obj, by=…)` in the transaction of whoever announces `happening`."""
    _entries.reactions[happening].append(reaction)


def announce(happening: str, obj, *, by):
    for reaction in _entries.reactions[happening]:
        reaction(obj, by=by)


def happenings() -> list[str]:
    return sorted(name for name, reactions in _entries.reactions.items() if reactions)


def permitted(entries, user) -> list:
    allowed = [entry for entry in entries if not entry.right or user.has_perm(entry.right)]
    return sorted(allowed, key=lambda entry: entry.order)
