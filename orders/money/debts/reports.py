from datetime import timedelta
from decimal import Decimal
from urllib.parse import urlencode

from django import forms
from django.db.models import Avg, Count, DurationField, ExpressionWrapper, F, Sum
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from company.models import Employee, Office
from core import clock
from core.reports import Chart, Column, Link, PeriodForm, Report, report
from orders.models import Invoice, WorkOrder
from orders.money.debts.ages import AGES
from orders.work_orders.promised import FATES

SHOWN = 300
INVOICES, ORDERS = "invoices", "orders"


class DebtForm(forms.Form):
    what = forms.ChoiceField(
        label=_("What is owed"),
        choices=[
            ("", _("All")),
            (INVOICES, _("Invoices")),
            (ORDERS, _("Handed over without an invoice")),
        ],
        required=False,
    )
    manager = forms.ModelChoiceField(
        label=_("Manager"),
        queryset=Employee.objects.to_choose_from(),
        required=False,
        empty_label=_("All"),
    )
    office = forms.ModelChoiceField(
        label=_("Office"), queryset=Office.objects.all(), required=False, empty_label=_("All")
    )


LISTS = {INVOICES: "orders:invoices", ORDERS: "orders:unbilled"}
# What is owed, and from which day on it is.
SUMS = {INVOICES: "open_amount", ORDERS: "left_to_ask"}
WORDS = {INVOICES: _("Invoices"), ORDERS: _("Without an invoice")}


def listed(age=""):
    """The list behind a figure: the same rows, narrowed by the same methods."""

    def link(row, filters):
        if row.get("key") is None or not row[age or "total"]:
            return None
        chosen = {name: filters[name].pk for name in ("manager", "office") if filters.get(name)}
        narrowed = {"age": age} if age else {"chip": "open"} if row["what"] == INVOICES else {}
        query = urlencode({**row["key"], **chosen, **narrowed})
        return f"{reverse(LISTS[row['what']])}?{query}"

    return link


@report
class DebtByAge(Report):
    code = "debt_by_age"
    title = _("Debt by client and age")
    basis = _(
        "Invoices by the day on which they are to be paid; orders that were handed over with a "
        "debt which no invoice asks for, by the day of the hand-over."
    )
    right = "orders.view_invoice"
    icon = "hourglass"
    form_class = DebtForm
    columns = (
        Column("client", _("Client")),
        Column("named", _("What is owed")),
        Column("total", _("Debt"), "money", True, listed()),
        *(Column(age.code, age.label, "money", True, listed(age.code)) for age in AGES),
    )
    chart = Chart("bar", "client", tuple(age.code for age in AGES))
    links = (Link(pgettext_lazy("debts", "Overdue"), "orders:overdue", "alarm", right),)
    order = 15

    @staticmethod
    def defaults(user):
        return {}

    def rows(self, filters):
        wanted = [filters["what"]] if filters["what"] else [INVOICES, ORDERS]
        lines = [line for what in wanted for line in self._lines(what, filters)]
        return sorted(lines, key=lambda line: -line["total"] if line["key"] else Decimal(1))

    def whole(self, filters):
        what = filters.get("what")
        return {"key": {}, "what": what} if what else {}

    def _lines(self, what, filters):
        """Those who owe most, each by name, and all others together."""
        rows = self._rows(what, filters)
        sums = {each.code: Sum(SUMS[what], filter=_due(what, each)) for each in AGES}
        grouped = rows.order_by().values("client", "client__name")
        found = grouped.annotate(total=Sum(SUMS[what]), **sums).order_by("-total", "client")
        lines = [_line(line, what) for line in found[:SHOWN]]
        if len(lines) == SHOWN:
            whole = rows.order_by().aggregate(total=Sum(SUMS[what]), **sums)
            lines += _others(whole, lines, what)
        return lines

    def _rows(self, what, filters):
        chosen = {name: filters[name] for name in ("manager", "office") if filters[name]}
        if what == INVOICES:
            return Invoice.objects.visible_to(self.user).open().filter(**chosen)
        seen = WorkOrder.objects.visible_to(self.user)
        return seen.owed_without_invoice().filter(**chosen)


def _due(what, age):
    return age.due("due_on") if what == INVOICES else age.due_at("handed_over_at")


def _line(line, what):
    figures = {code: line[code] or Decimal(0) for code in ("total", *(age.code for age in AGES))}
    key = {"client": line["client"]}
    return {
        **figures,
        "client": line["client__name"],
        "named": WORDS[what],
        "what": what,
        "key": key,
    }


def _others(whole, lines, what):
    codes = ("total", *(age.code for age in AGES))
    left = {code: (whole[code] or 0) - sum(line[code] for line in lines) for code in codes}
    if not left["total"]:
        return []
    named = {"client": gettext("All others"), "named": WORDS[what]}
    return [{**left, **named, "what": what, "key": None}]


class PromisedForm(PeriodForm):
    office = forms.ModelChoiceField(
        label=_("Office"), queryset=Office.objects.all(), required=False, empty_label=_("All")
    )


def shipped(fate):
    def link(row, filters):
        if not row[fate]:
            return None
        period = {name: filters[name].isoformat() for name in ("since", "until") if filters[name]}
        office = {"office": filters["office"].pk} if filters.get("office") else {}
        shown = {} if fate == "still_late" else {"fate": "all" if fate == "promised" else fate}
        query = urlencode({**period, **office, **row["key"], **shown})
        return f"{reverse('orders:late_shipments')}?{query}"

    return link


@report
class PromisedAgainstActual(Report):
    code = "promised_against_actual"
    title = _("Promised against actual")
    basis = _(
        "Orders with something to make by their promised day, as it stands now: in time is what "
        "was whole in the office, or handed over from elsewhere, by the end of that day."
    )
    right = "orders.view_workorder"
    icon = "calendar-check"
    form_class = PromisedForm
    columns = (
        Column("manager", _("Manager")),
        Column(
            "promised", pgettext_lazy("report", "Promised"), "number", True, shipped("promised")
        ),
        Column("in_time", pgettext_lazy("promised orders", "Made in time"), "number", True,
               shipped("in_time")),
        Column("came_late", pgettext_lazy("promised orders", "Came late"), "number", True,
               shipped("came_late")),
        Column("still_late", pgettext_lazy("promised orders", "Late now"), "number", True,
               shipped("still_late")),
        Column("share", _("In time"), "percent"),
        Column("days", _("Days late on average"), "number"),
    )  # fmt: skip
    chart = Chart("bar", "manager", ("in_time", "came_late", "still_late"))
    order = 46

    @staticmethod
    def defaults(user):
        today = clock.today()
        return {"since": today.replace(day=1).isoformat(), "until": today.isoformat()}

    def rows(self, filters):
        seen = WorkOrder.objects.visible_to(self.user)
        rows = seen.promised(filters["since"], filters["until"])
        rows = rows.filter(office=filters["office"]) if filters["office"] else rows
        counts = {name: Count("pk", filter=condition()) for name, condition in FATES.items()}
        late = ExpressionWrapper(F("made_on") - F("promised_on"), output_field=DurationField())
        lines = (
            rows.order_by()
            .values("manager", "manager__last_name", "manager__first_name")
            .annotate(**counts, promised=Count("pk"))
            .annotate(days=Avg(late, filter=FATES["came_late"]()))
            .order_by("manager__last_name", "manager")
        )
        return [_of_manager(line) for line in lines]

    def whole(self, filters):
        return {"key": {}}


def _of_manager(line):
    over = line["in_time"] + line["came_late"] + line["still_late"]
    names = line["manager__last_name"], line["manager__first_name"]
    return {
        **line,
        "manager": " ".join(filter(None, names)),
        "share": round(100 * line["in_time"] / over, 1) if over else None,
        "days": round(line["days"] / timedelta(days=1), 1) if line["days"] else None,
        "key": {"manager": line["manager"]},
    }
