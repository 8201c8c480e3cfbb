from dataclasses import replace

import django_filters as filters
from django.db.models import IntegerField, OuterRef, Subquery, Sum
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models import Employee, Firm, Office, Role
from core import cells
from core.lists import BulkAction, Chip, Column, Empty, List, list_page
from interactions.models import Interaction
from orders.models import WorkOrder
from orders.owed_calls import READY
from orders.unclaimed.actions.reach import WARN_RIGHT
from orders.unclaimed.calls import UNCLAIMED
from orders.unclaimed.terms import terms_of


class UnclaimedFilter(filters.FilterSet):
    office = filters.ModelChoiceFilter(
        label=_("Office"), queryset=Office.objects.all(), empty_label=_("All")
    )
    manager = filters.ModelChoiceFilter(
        label=_("Manager"), queryset=Employee.objects.people(), empty_label=_("All")
    )


@list_page
class UnclaimedList(List):
    """Ready work that waits longer than the firm's first step, or whose client is not reached."""

    code = "unclaimed"
    title = pgettext_lazy("list", "Not fetched")
    right = "orders.view_workorder"
    url_name = "orders:unclaimed"
    filterset_class = UnclaimedFilter
    columns = (
        Column("number", _("Number"), kind="strong"),
        Column("client", _("Client"), "client.name"),
        Column("ready_at", _("Waits since"), kind="date", sort="ready_at"),
        Column("days", _("Days"), kind="number"),
        Column("contact", _("Phone calls"), lambda row: row.contact, kind="status"),
        Column("tries", _("Tries"), kind="number"),
        Column("debt", _("Debt"), lambda row: row.debt or None, kind="money"),
        Column("warnings", _("Warnings")),
        Column("next_step", _("Next step")),
        Column("manager", _("Manager"), "manager.short_name"),
        Column("office", _("Office"), "office.name"),
    )
    default_sort = "ready_at"
    chips = (
        Chip(
            "unreached",
            pgettext_lazy("client of a ready order", "Not reached"),
            lambda rows, user: rows.unreached(),
        ),
        Chip(
            "storage_over",
            _("Storage term is over"),
            lambda rows, user: rows.unclaimed(Firm.get().storage_days),
        ),
    )
    totals = {"debt": _("Debt")}
    bulk_actions = (
        BulkAction(
            "warn", _("Warn in writing"), "orders:warn_unclaimed", "mail-exclamation", WARN_RIGHT
        ),
    )
    empty = Empty(
        _("Everything ready is fetched in time"),
        _("Orders appear here when the firm's first step of calling is due."),
    )

    def __init__(self, user, data):
        super().__init__(user, data)
        hidden = set() if user.has_perm("orders.see_prices") else {"debt"}
        if not user.has_perm("clients.view_client"):
            hidden |= {"client"}
        if user.role.scope != Role.Scope.ALL:
            hidden |= {"office"}
        self.totals = {} if "debt" in hidden else self.totals
        shown = (each for each in self.columns if each.code not in hidden)
        self.columns = tuple(self._told(each) for each in shown)

    def _told(self, column):
        """What is counted from the firm's terms, which are fetched once for all rows."""
        tell = {
            "days": lambda row: self._terms(row).days,
            "warnings": lambda row: ", ".join(map(cells.day, self._terms(row).warned)),
            "next_step": lambda row: self._terms(row).next_step,
        }.get(column.code)
        return replace(column, value=tell) if tell else column

    def _terms(self, row):
        return terms_of(row, self.firm)

    @cached_property
    def firm(self):
        return Firm.get()

    def rows(self):
        first = min(self.firm.unclaimed_call_days, default=self.firm.storage_days)
        seen = WorkOrder.objects.visible_to(self.user)
        shown = (seen.unclaimed(first) | seen.unreached()).select_related(
            "client", "manager", "office"
        )
        return shown.prefetch_related("storage_warnings").annotate(tries=_tries())


def _tries():
    calls = Interaction.objects.filter(
        subject_type=WorkOrder._meta.label_lower,
        subject_id=OuterRef("pk"),
        reason__in=[READY, UNCLAIMED],
    )
    summed = calls.order_by().values("subject_id").annotate(sum=Sum("attempts")).values("sum")
    return Subquery(summed, output_field=IntegerField())
