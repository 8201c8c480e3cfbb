from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients import exported, vcards
from clients.attributes import is_read_by
from clients.columns import COLUMNS, own_column, relation_column
from clients.duplicates import reasons
from clients.duplicates.lifecycle import MERGE_RIGHT
from clients.filters import ClientFilter
from clients.models import (
    BulkChange,
    Client,
    DuplicateGroup,
    Merge,
    Segment,
)
from clients.personal.lists import CardViewList, DataTermList, PersonalRequestList
from company import own_fields
from core import registry
from core.lists import BulkAction, Chip, Column, Create, Empty, List, list_page
from core.lists.export import Format

__all__ = [
    "BulkChangeList",
    "CardViewList",
    "ClientList",
    "DataTermList",
    "DuplicateList",
    "MergeList",
    "PersonalRequestList",
    "SegmentList",
]
BULK = "clients.bulk_client"


@list_page
class ClientList(List):
    code = "clients"
    title = pgettext_lazy("list", "Clients")
    right = "clients.view_client"
    url_name = "clients:index"
    is_steady = True
    filterset_class = ClientFilter
    columns = COLUMNS
    default_sort = "-created_at"
    has_way_back = True
    bulk_actions = (
        BulkAction("change", pgettext_lazy("bulk", "Change…"), "clients:bulk_change", "edit", BULK),
    )
    tools = "clients/_list_tools.html"
    sheet_codes = exported.PEOPLE
    formats = (Format("vcf", _("Business cards (.vcf)"), "address-book", vcards.file_of),)
    chips = (
        Chip("mine", pgettext_lazy("clients", "Mine"), lambda rows, user: rows.mine(user)),
        Chip("new", _("New this month"), lambda rows, user: rows.registered_this_month()),
        Chip("clients", _("Clients only"), lambda rows, user: rows.buying(), counted=False),
        Chip("organisations", _("Organisations"), lambda rows, user: rows.organisations()),
    )
    empty = Empty(
        _("No clients yet"), _("A client is registered with name and phone, also from an order.")
    )
    create = Create(_("New client"), "clients:add", "clients.add_client", "alt+k")

    def rows(self):
        seen = Client.objects.visible_to(self.user).without_grams()
        related = ("ad_source", "region", "responsible", "summary")
        return seen.select_related(*related).prefetch_related("phones")

    def __init__(self, user, data):
        super().__init__(user, data)
        unread = {each.code for each in registry.figures if not is_read_by(user, each)}
        unread |= user.hidden_fields
        own = own_fields.fields_of(Client)
        self.own = [each for each in own if user.sees_field(f"own.{each.code}")]
        usual = (*self.columns, relation_column())
        seen = tuple(each for each in usual if each.code not in unread)
        self.columns = seen + tuple(map(own_column, self.own))

    @cached_property
    def file_columns(self):
        usual = {each.code for each in self.columns if not each.optional}
        return exported.columns(self.user, usual | {each.code for each in self.shown_columns})

    def in_full(self, rows):
        return exported.with_all(rows)

    def sheets(self, pks):
        sees = self.user.sees_field("people")
        return [exported.people_sheet(self.user, pks)] if sees else []

    @cached_property
    def filters(self):
        return ClientFilter(self.data, queryset=self.rows(), user=self.user, own=self.own)

    @cached_property
    def segment(self):
        """Whose clients these are, where the list was opened from a segment."""
        return self.filters.form.cleaned_data.get("segment") if self.filters.is_valid() else None


@list_page
class SegmentList(List):
    code = "segments"
    title = pgettext_lazy("list", "Segments")
    right = "clients.view_client"
    url_name = "clients:segments"
    columns = (
        Column("name", _("Name of the segment"), kind="strong", sort="folded_name"),
        Column(
            "clients_count", pgettext_lazy("list", "Clients"), kind="number", sort="clients_count"
        ),
        Column("counted_at", _("Counted at"), kind="moment"),
        Column(
            "membership",
            pgettext_lazy("segment", "Membership"),
            lambda row: MEMBERSHIP[row.is_frozen],
        ),
        Column("owner", _("Made by"), "owner.short_name"),
    )
    default_sort = "folded_name"
    chips = (Chip("mine", pgettext_lazy("segments", "Mine"), lambda rows, user: rows.mine(user)),)
    empty = Empty(
        _("No segments yet"),
        _("A segment is a group of clients by conditions: who owes, who has not ordered for long."),
    )
    create = Create(_("New segment"), "clients:add_segment", "clients.add_segment", "alt+n")

    def rows(self):
        return Segment.objects.visible_to(self.user).select_related("owner")


MEMBERSHIP = {
    True: pgettext_lazy("segment", "Frozen"),
    False: pgettext_lazy("segment", "Live"),
}


@list_page
class DuplicateList(List):
    code = "duplicates"
    title = pgettext_lazy("list", "Likely duplicates")
    right = MERGE_RIGHT
    url_name = "clients:duplicates"
    columns = (
        Column("title", _("Clients who look alike"), kind="strong"),
        Column("size", _("Cards"), kind="number"),
        Column("score", _("Likeness, %"), kind="number", sort="score"),
        Column("reasons", _("Why"), lambda group: reasons.words(group.pairs.all())),
        Column("status", _("State"), kind="status"),
        Column("found_at", pgettext_lazy("duplicates", "Found"), kind="date", sort="found_at"),
    )
    default_sort = "-score"
    chips = (
        Chip(
            "open", pgettext_lazy("duplicates", "To be looked at"), lambda rows, user: rows.open()
        ),
        Chip("merged", pgettext_lazy("duplicates", "Merged"), lambda rows, user: rows.merged()),
        Chip(
            "rejected",
            pgettext_lazy("duplicates", "Not a duplicate"),
            lambda rows, user: rows.rejected(),
        ),
    )
    empty = Empty(
        _("No likely duplicates"),
        _("Search the whole base: who looks like one and the same client is proposed here."),
    )
    tools = "clients/_duplicate_tools.html"

    def rows(self):
        return DuplicateGroup.objects.visible_to(self.user).prefetch_related("pairs")


@list_page
class MergeList(List):
    code = "merges"
    title = pgettext_lazy("list", "Merges")
    right = MERGE_RIGHT
    url_name = "clients:merges"
    columns = (
        Column("gone_name", _("Card that is gone"), kind="strong"),
        Column("survivor", _("Into the card"), "survivor.name"),
        Column("by", _("Who"), "by.short_name"),
        Column("at", pgettext_lazy("moment", "When"), kind="moment", sort="at"),
        Column("undo_until", _("Can be undone until"), "changeset.undo_until", kind="date"),
        Column("undone_at", _("Undone"), "changeset.undone_at", kind="moment"),
    )
    default_sort = "-at"
    chips = (
        Chip("standing", pgettext_lazy("merges", "Not undone"), lambda rows, user: rows.standing()),
    )
    empty = Empty(_("No merges yet"), _("Two cards of one client become one, and two again."))

    def rows(self):
        seen = Merge.objects.visible_to(self.user)
        return seen.select_related("survivor", "by", "changeset")


@list_page
class BulkChangeList(List):
    code = "bulk_changes"
    title = pgettext_lazy("list", "Bulk changes")
    right = BULK
    url_name = "clients:bulk_changes"
    columns = (
        Column("title", _("What is changed"), kind="strong"),
        Column("by", _("Who"), "by.short_name"),
        Column("begun_at", pgettext_lazy("moment", "When"), kind="moment", sort="begun_at"),
        Column("changed_count", _("Clients changed"), kind="number"),
        Column("undo_until", _("Can be undone until"), "changeset.undo_until", kind="date"),
        Column("undone_at", _("Undone"), "changeset.undone_at", kind="moment"),
    )
    default_sort = "-begun_at"
    chips = (
        Chip("mine", pgettext_lazy("bulk", "Mine"), lambda rows, user: rows.filter(by=user)),
        Chip("standing", pgettext_lazy("merges", "Not undone"), lambda rows, user: rows.standing()),
    )
    empty = Empty(
        _("No bulk changes yet"),
        _("In the list of clients, mark some or filter them and press “Change…”."),
    )

    def rows(self):
        seen = BulkChange.objects.visible_to(self.user).begun()
        return seen.defer("pks", "counts").select_related("by", "changeset")
