from collections import defaultdict
from urllib.parse import urlencode

from django import forms
from django.db.models import Count, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models import Employee, Office
from core.money import ZERO
from core.reports import Chart, Column, Link, PeriodForm, Report, report
from orders.models import Payment
from orders.money.querysets import WITHOUT_RECEIPT

Kind, Method = Payment.Kind, Payment.Method


class CashForm(PeriodForm):
    office = forms.ModelChoiceField(
        label=_("Office"), queryset=Office.objects.all(), required=False, empty_label=_("All")
    )
    by = forms.ModelChoiceField(
        label=_("Who took it"),
        queryset=Employee.objects.to_choose_from(),
        required=False,
        empty_label=_("All"),
    )
    method = forms.ChoiceField(
        label=_("Method"), choices=[("", _("All")), *Method.choices], required=False
    )


FIGURES = ("count", "amount", "received", "given_back", "corrected", "without_receipt")
COUNTED = {Kind.PAYMENT: "received", Kind.REFUND: "given_back", Kind.CORRECTION: "corrected"}


def payments_behind(kind=""):
    """The link from a figure to the rows it counts: the same filters, narrowed to the line."""

    def link(row, filters):
        if kind and not row[COUNTED[kind]]:
            return None
        period = {name: filters[name].isoformat() for name in ("since", "until") if filters[name]}
        chosen = {"kind": kind} if kind else {}
        return f"{reverse('orders:payments')}?{urlencode({**period, **row['key'], **chosen})}"

    return link


def without_receipt_behind(row, filters):
    """The chip of the same list counts the same rows."""
    if not row["without_receipt"]:
        return None
    return f"{payments_behind()(row, filters)}&chip=without_receipt"


@report
class CashDay(Report):
    """What was taken and given back, by where the money lies: the drawer is counted against it."""

    code = "cash_day"
    title = _("The day's cash")
    basis = _("Paid: money taken and given back, by the office where it lies and who took it.")
    right = "orders.view_cash_day"
    icon = "cash-register"
    form_class = CashForm
    columns = (
        Column("office", _("Office")),
        Column("by", _("Who took it")),
        Column("method", _("Method")),
        Column("received", _("Received"), "money", total=True, link=payments_behind(Kind.PAYMENT)),
        Column(
            "given_back", _("Given back"), "money", total=True, link=payments_behind(Kind.REFUND)
        ),
        Column(
            "corrected", _("Corrected"), "money", total=True, link=payments_behind(Kind.CORRECTION)
        ),
        Column("amount", _("In the cash"), "money", total=True, link=payments_behind()),
        Column("count", _("Rows"), "number", total=True, link=payments_behind()),
        Column(
            "without_receipt",
            pgettext_lazy("payments", "Without a receipt"),
            "number",
            total=True,
            link=without_receipt_behind,
        ),
    )
    chart = Chart("bar", "by", ("amount",))
    links = (
        Link(_("Cash shifts"), "orders:cash_shifts", "cash-register", "orders.view_cashshift"),
    )
    order = 10

    def rows(self, filters):
        sums = (
            Payment.objects.visible_to(self.user)
            .cash(**filters)
            .values("office", "by", "method", "office__name")
            .annotate(
                count=Count("pk"),
                without_receipt=Count("pk", filter=WITHOUT_RECEIPT),
                received=Sum("amount", filter=Q(kind=Kind.PAYMENT), default=ZERO),
                given_back=Sum("amount", filter=Q(kind=Kind.REFUND), default=ZERO),
                corrected=Sum("amount", filter=Q(kind=Kind.CORRECTION), default=ZERO),
                amount=Sum("amount"),  # last: from here on the name means the total
            )
            .order_by("office__ordering", "office__name", "by__last_name", "by", "method")
        )
        people = Employee.objects.in_bulk({line["by"] for line in sums})
        return [_line(line, people[line["by"]]) for line in sums]

    def whole(self, filters):
        chosen = {name: filters.get(name) for name in ("office", "by", "method")}
        key = {name: getattr(each, "pk", each) for name, each in chosen.items() if each}
        return {"key": key}

    def chart_data(self):
        """A bar per person, a colour per method."""
        if not self.table:
            return None
        sums, urls = defaultdict(dict), {}
        for row in self.table:
            place = {"office": row["key"]["office"], "by": row["key"]["by"]}
            sums[row["by"]][row["key"]["method"]] = float(row["amount"])
            urls.setdefault(row["by"], payments_behind()({"key": place}, self.filters))
        used = [value for value in Method if any(value in by_method for by_method in sums.values())]
        return {
            "kind": self.chart.kind,
            "labels": list(sums),
            "series": [
                {"name": str(m.label), "values": [each.get(m, 0) for each in sums.values()]}
                for m in used
            ],
            "urls": list(urls.values()),
        }


def _line(line, person):
    return {
        **{name: line[name] for name in FIGURES},
        "key": {name: line[name] for name in ("office", "by", "method")},
        "office": line["office__name"],
        "by": person.short_name,
        "method": Method(line["method"]).label,
    }
