"""What the firm has spent by the bank, on whom, on what and when."""

from calendar import monthrange
from datetime import date, timedelta
from urllib.parse import urlencode

from django import forms
from django.db.models import Count, Max, Sum
from django.db.models.functions import Coalesce, TruncMonth
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from core import clock
from core.reports import Chart, Column, Link, PeriodForm, Report, report
from orders.models import BankLine, ExpenseKind
from orders.money.statements.querysets import NOT_SAID, SEE

MONTH, KIND, SUPPLIER = "month", "kind", "supplier"
DIMENSIONS = (MONTH, KIND, SUPPLIER)
GROUPED = {MONTH: "month", KIND: "expense_kind", SUPPLIER: "supplier"}


class ExpensesForm(PeriodForm):
    by = forms.ChoiceField(
        label=pgettext_lazy("report", "By"),
        choices=[
            ("", pgettext_lazy("report by", "In detail")),
            (MONTH, pgettext_lazy("report by", "Months")),
            (KIND, pgettext_lazy("report by", "Kinds of expense")),
            (SUPPLIER, pgettext_lazy("report by", "Suppliers")),
        ],
        required=False,
    )
    kind = forms.ModelChoiceField(
        label=_("Kind of expense"),
        queryset=ExpenseKind.objects.all(),
        required=False,
        empty_label=_("All"),
    )


def lines_behind(row, filters):
    """The list of the same lines."""
    period = {name: filters[name].isoformat() for name in ("since", "until") if filters[name]}
    kind = {"expense_kind": filters["kind"].pk} if filters["kind"] else {}
    query = urlencode({**period, **kind, **row["key"], "chip": "expenses"})
    return f"{reverse('orders:bank_lines')}?{query}"


@report
class Expenses(Report):
    code = "expenses"
    title = _("Expenses by the bank")
    basis = _(
        "Outgoing lines of bank statements that are kept as expenses, by the day of the bank."
        " Refunds to clients, own transfers and lines that nobody has finished are not among them."
    )
    right = SEE
    section = "money"
    icon = "chart-pie"
    form_class = ExpensesForm
    columns = (
        Column(MONTH, _("Month")),
        Column(KIND, _("Kind of expense")),
        Column(SUPPLIER, _("Supplier")),
        Column("lines", _("Payments"), "number", True, lines_behind),
        Column("amount", _("Sum"), "money", True, lines_behind),
    )
    links = (Link(_("Lines of bank statements"), "orders:bank_lines", "list-details", SEE),)
    order = 27

    def __init__(self, user, data):
        super().__init__(user, data)
        by = self.filters.get("by")
        self.dimensions = (by,) if by else DIMENSIONS
        shown = {*self.dimensions, "lines", "amount"}
        self.columns = tuple(column for column in self.columns if column.code in shown)
        self.chart = Chart("bar", by, ("amount",)) if by else None

    @staticmethod
    def defaults(user):
        """This month and the two before."""
        today = clock.today()
        two_before = (today.replace(day=1) - timedelta(days=32)).replace(day=1)
        return {"since": two_before.isoformat(), "until": today.isoformat()}

    def rows(self, filters):
        seen = BankLine.objects.visible_to(self.user).expenses()
        rows = seen.between(filters["since"], filters["until"])
        rows = rows.filter(expense_kind=filters["kind"]) if filters["kind"] else rows
        found = (
            rows.with_supplier()
            .annotate(month=TruncMonth("day"))
            .order_by()
            .values(*(GROUPED[name] for name in self.dimensions))
            .annotate(
                lines=Count("pk"),
                spent=Sum("amount"),
                kind_name=Max("expense_kind__name"),
                named=Coalesce(Max("client__name"), Max("payee_name")),
            )
        )
        lines = [_line(each, self.dimensions, filters) for each in found]
        return sorted(lines, key=lambda line: (line["began"], line["kind"], -line["amount"]))

    def whole(self, filters):
        return {"key": {}}


def _line(found, dimensions, filters):
    month = found.get("month")
    key = {}
    if month:
        key |= _within(month, filters)
    if KIND in dimensions:
        key["expense_kind"] = found["expense_kind"] or NOT_SAID
    if SUPPLIER in dimensions:
        key["supplier"] = found["supplier"]
    return {
        MONTH: date_format(month, "F Y") if month else "",
        KIND: (found["kind_name"] or gettext("Not said")) if KIND in dimensions else "",
        SUPPLIER: found["named"] or gettext("Not named"),
        "lines": found["lines"],
        "amount": found["spent"],
        "began": month or date.min,
        "key": key,
    }


def _within(month, filters):
    """Of a month that the period cuts, only what lies in the period."""
    last = month.replace(day=monthrange(month.year, month.month)[1])
    since = max(month, filters["since"] or month)
    return {"since": since.isoformat(), "until": min(last, filters["until"] or last).isoformat()}
