import django_filters as filters
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models.employee import NAMES
from core import clock
from core.lists import Chip, Column, Create, Empty, List, list_page
from core.widgets import DayInput
from orders.models import BankLine, BankStatement, ExpenseKind
from orders.money.statements.direction import Direction
from orders.money.statements.querysets import NOT_SAID

STATEMENT_ROW = ("status", "name", "sender", "since", "until", "received", "spent", "lines_count",
                 "uploaded_at", *(f"by__{name}" for name in NAMES))  # fmt: skip
LINE_ROW = ("status", "direction", "day", "number", "amount", "booked", "rest", "payer_name",
            "payee_name", "purpose", "ground", "client__name", "expense_kind__name")  # fmt: skip


class StatementFilter(filters.FilterSet):
    since = filters.DateFilter(label=_("From"), widget=DayInput)
    until = filters.DateFilter(label=_("To"), widget=DayInput)

    def filter_queryset(self, queryset):
        asked = self.form.cleaned_data
        return queryset.filter(**clock.during("uploaded_at", asked["since"], asked["until"]))


@list_page
class StatementList(List):
    code = "statements"
    title = _("Bank statements")
    right = "orders.view_bankstatement"
    url_name = "orders:statements"
    columns = (
        Column("name", _("File"), kind="strong"),
        Column("uploaded_at", pgettext_lazy("file", "Uploaded"), kind="moment", sort="uploaded_at"),
        Column("sender", _("Bank")),
        Column("since", _("From"), kind="date"),
        Column("until", _("To"), kind="date"),
        Column("status", _("State"), kind="status"),
        Column("lines_count", _("Lines"), kind="number"),
        Column("received", pgettext_lazy("bank", "Received"), kind="money"),
        Column("spent", _("Spent"), kind="money"),
        Column("by", _("Who"), "by.short_name"),
    )
    default_sort = "-uploaded_at"
    filterset_class = StatementFilter
    chips = (
        Chip(
            "open",
            pgettext_lazy("bank statements", "To be finished"),
            lambda rows, user: rows.to_be_finished(),
        ),
    )
    empty = Empty(
        _("No statements yet"),
        _("The bank's export for 1C is loaded here; payments are found and booked by themselves."),
    )
    create = Create(_("Load a statement"), "orders:upload_statement", "orders.finish_bankline")

    def rows(self):
        return BankStatement.objects.visible_to(self.user).select_related("by").only(*STATEMENT_ROW)


class LineFilter(filters.FilterSet):
    since = filters.DateFilter(label=_("From"), widget=DayInput)
    until = filters.DateFilter(label=_("To"), widget=DayInput)
    direction = filters.ChoiceFilter(
        label=pgettext_lazy("money", "Direction"), choices=Direction.choices, empty_label=_("All")
    )
    expense_kind = filters.ModelChoiceFilter(
        label=_("Kind of expense"),
        queryset=ExpenseKind.objects.all(),
        empty_label=_("All"),
        null_label=_("Not said"),
        null_value=NOT_SAID,
    )
    statement = filters.NumberFilter(widget=filters.widgets.forms.HiddenInput)
    client = filters.NumberFilter(widget=filters.widgets.forms.HiddenInput)
    supplier = filters.CharFilter(widget=filters.widgets.forms.HiddenInput)

    def filter_queryset(self, queryset):
        wanted = dict(self.form.cleaned_data)
        rows = queryset.between(wanted.pop("since"), wanted.pop("until"))
        if supplier := wanted.pop("supplier"):
            rows = rows.of_supplier(supplier)
        if wanted["expense_kind"] == NOT_SAID:
            rows = rows.filter(expense_kind=None)
            del wanted["expense_kind"]
        return rows.filter(**{name: value for name, value in wanted.items() if value})


def _chip(code, label, method):
    return Chip(code, label, lambda rows, user: getattr(rows, method)())


@list_page
class BankLineList(List):
    code = "bank_lines"
    title = _("Lines of bank statements")
    right = "orders.view_bankstatement"
    url_name = "orders:bank_lines"
    columns = (
        Column("day", _("Date"), kind="date", sort="day"),
        Column("number", _("Number")),
        Column(
            "direction",
            pgettext_lazy("money", "Direction"),
            lambda row: Direction(row.direction).label,
        ),
        Column("other", _("Payer or payee"), "other_name", kind="strong"),
        Column("client", _("Client"), lambda row: row.client.name if row.client else ""),
        Column("amount", _("Sum"), kind="money"),
        Column("status", _("State"), kind="status"),
        Column("rest", _("Advance"), kind="money", optional=True),
        Column(
            "expense_kind",
            _("Kind of expense"),
            lambda row: row.expense_kind.name if row.expense_kind else "",
            optional=True,
        ),
        Column("purpose", _("Purpose of the payment")),
    )
    default_sort = "-day"
    filterset_class = LineFilter
    chips = (
        _chip("open", pgettext_lazy("bank lines", "To be finished"), "to_be_finished"),
        _chip("booked", pgettext_lazy("bank lines", "Booked"), "booked"),
        _chip("advances", pgettext_lazy("bank lines", "Advances"), "advances"),
        _chip("expenses", pgettext_lazy("bank lines", "Expenses"), "expenses"),
        _chip("refunds", pgettext_lazy("bank lines", "Refunds"), "refunds"),
        _chip("transfers", pgettext_lazy("bank lines", "Own transfers"), "own_transfers"),
        _chip("left_out", pgettext_lazy("bank lines", "Left out"), "left_out"),
    )
    totals = {"amount": _("Sum"), "rest": _("Advance")}
    empty = Empty(_("No lines yet"), _("They come with the statements of the bank."))

    def rows(self):
        rows = BankLine.objects.visible_to(self.user)
        return rows.select_related("client", "expense_kind").only(*LINE_ROW)
