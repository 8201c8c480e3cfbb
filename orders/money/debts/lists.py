"""One page in three parts: what is not paid, with an invoice and without, and what is late."""

from datetime import timedelta

import django_filters as filters
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models import Employee, Office, Role
from core import cells, clock
from core.lists import Chip, Column, Empty, List, list_page
from core.widgets import DayInput
from orders.models import Invoice, WorkOrder
from orders.money.debts.ages import AGES, BY_CODE, CHOICES
from orders.money.invoices.lists import ROW

TITLE = pgettext_lazy("debts", "Overdue")
TABS = "orders/_overdue_tabs.html"
FATES = [
    ("in_time", pgettext_lazy("promised orders", "Made in time")),
    ("came_late", pgettext_lazy("promised orders", "Came late")),
    ("all", pgettext_lazy("promised orders", "All that was promised")),
]


def _people():
    return {
        "client": filters.NumberFilter(widget=filters.widgets.forms.HiddenInput),
        "manager": filters.ModelChoiceFilter(
            label=_("Manager"), queryset=Employee.objects.to_choose_from(), empty_label=_("All")
        ),
        "office": filters.ModelChoiceFilter(
            label=_("Office"), queryset=Office.objects.all(), empty_label=_("All")
        ),
    }


class WhoseFilter(filters.FilterSet):
    client, manager, office = _people().values()

    def filter_queryset(self, queryset):
        wanted = dict(self.form.cleaned_data)
        rows = self.narrow(queryset, wanted)
        return rows.filter(**{name: value for name, value in wanted.items() if value})

    def narrow(self, rows, wanted):
        age = BY_CODE.get(wanted.pop("age"))
        return rows.aged(age) if age else rows


class OverdueFilter(WhoseFilter):
    age = filters.ChoiceFilter(
        label=_("Overdue by"),
        choices=[(age.code, age.label) for age in AGES[1:]],
        empty_label=_("Any"),
    )


class UnbilledFilter(WhoseFilter):
    age = filters.ChoiceFilter(label=_("Overdue by"), choices=CHOICES, empty_label=_("Any"))


class PromisedFilter(WhoseFilter):
    since = filters.DateFilter(label=_("Promised from"), widget=DayInput)
    until = filters.DateFilter(label=_("Promised until"), widget=DayInput)
    fate = filters.ChoiceFilter(
        label=_("What became of it"),
        choices=FATES,
        empty_label=pgettext_lazy("promised orders", "Late now"),
    )

    def narrow(self, rows, wanted):
        rows = rows.promised(wanted.pop("since"), wanted.pop("until"))
        fate = wanted.pop("fate") or "still_late"
        return rows if fate == "all" else getattr(rows, fate)()


class DebtList(List):
    title = TITLE
    tools = TABS
    right = "orders.view_invoice"

    def __init__(self, user, data):
        super().__init__(user, data)
        if user.role.scope != Role.Scope.ALL:
            self.columns = tuple(each for each in self.columns if each.code != "office")


def _done(invoice) -> str:
    """What was done since the day to pay, the newest last."""
    steps = [each for each in invoice.debt_steps.all() if each.due_on == invoice.due_on]
    return ", ".join(
        f"{each.get_measure_display()} {cells.day(localdate(each.at))}" for each in steps
    )


def _answer(invoice) -> str:
    if invoice.dispute:
        return _("Disputes: %(words)s") % {"words": invoice.dispute}
    if invoice.expected_said_at:
        return _("Will pay by %(day)s") % {"day": cells.day(invoice.expected_on)}
    return ""


@list_page
class OverdueList(DebtList):
    code = "overdue"
    url_name = "orders:overdue"
    filterset_class = OverdueFilter
    columns = (
        Column("number", _("Number"), kind="strong"),
        Column("client", _("Client"), "client.name"),
        Column("due_on", _("To be paid by"), kind="date", sort="due_on"),
        Column("days", pgettext_lazy("debt", "Days overdue"), "days_overdue", kind="number"),
        Column("open_amount", _("Left to pay"), kind="money"),
        Column("done", _("What was done"), _done),
        Column("answer", _("What the client answers"), _answer),
        Column("expected_on", _("Expected on"), kind="date"),
        Column("manager", _("Manager"), "manager.short_name"),
        Column("office", _("Office"), "office.name"),
    )
    default_sort = "due_on"
    chips = (
        Chip("disputed", pgettext_lazy("invoices", "Disputed"), lambda rows, user: rows.disputed()),
        Chip(
            "promised",
            pgettext_lazy("invoices", "A day is named"),
            lambda rows, user: rows.promised(),
        ),
        Chip(
            "director",
            pgettext_lazy("invoices", "With the director"),
            lambda rows, user: rows.with_director(),
        ),
    )
    totals = {"open_amount": _("Left to pay")}
    empty = Empty(
        _("Nothing is overdue"),
        _("Invoices stand here from the day after they were to be paid."),
    )

    def rows(self):
        rows = Invoice.objects.visible_to(self.user).overdue().with_people()
        shown = rows.only(*ROW, "dispute", "expected_said_at")
        return shown.prefetch_related("debt_steps")


@list_page
class UnbilledList(DebtList):
    """Handed over with a debt that no invoice asks for."""

    code = "unbilled"
    url_name = "orders:unbilled"
    filterset_class = UnbilledFilter
    columns = (
        Column("number", _("Number"), kind="strong"),
        Column("client", _("Client"), "client.name"),
        Column("handed_over_at", _("Handed over"), kind="date", sort="handed_over_at"),
        Column(
            "days",
            pgettext_lazy("debt", "Days overdue"),
            lambda row: (clock.today() - localdate(row.handed_over_at)).days,
            kind="number",
        ),
        Column("left_to_ask", _("Debt"), kind="money"),
        Column("manager", _("Manager"), "manager.short_name"),
        Column("office", _("Office"), "office.name"),
    )
    default_sort = "handed_over_at"
    totals = {"left_to_ask": _("Debt")}
    empty = Empty(
        _("No debts without an invoice"),
        _("Orders that were handed over with a debt stand here until an invoice asks for it."),
    )

    def rows(self):
        seen = WorkOrder.objects.visible_to(self.user).owed_without_invoice()
        return seen.in_rows("handed_over_at", "debt")


@list_page
class LateShipmentList(DebtList):
    """Promised against actual, order by order."""

    code = "late_shipments"
    url_name = "orders:late_shipments"
    filterset_class = PromisedFilter
    right = "orders.view_workorder"
    columns = (
        Column("number", _("Number"), kind="strong"),
        Column("client", _("Client"), "client.name"),
        Column("status", _("State"), lambda row: row.state, kind="status"),
        Column("promised_on", _("Promised date"), kind="date", sort="promised_on"),
        Column("made_on", pgettext_lazy("order", "There since"), kind="date"),
        Column("late", _("Days late"), lambda row: _days_late(row) or None, kind="number"),
        Column("manager", _("Manager"), "manager.short_name"),
        Column("office", _("Office"), "office.name"),
    )
    default_sort = "promised_on"
    empty = Empty(
        _("Nothing is late"),
        _("Orders stand here from the day after the promised one until they are in the office."),
    )

    def __init__(self, user, data):
        super().__init__(user, data)
        if not user.has_perm("clients.view_client"):
            self.columns = tuple(each for each in self.columns if each.code != "client")

    def rows(self):
        return WorkOrder.objects.visible_to(self.user).with_made_on().in_rows("handed_over_at")


def _days_late(order) -> int:
    return max(((order.made_on or clock.today()) - order.promised_on) // timedelta(days=1), 0)
