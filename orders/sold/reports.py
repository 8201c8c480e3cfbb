"""ST2: what was sold, cut by whom, what, to whom and when."""

from calendar import monthrange
from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

from django import forms
from django.db.models import Count, Q, Sum
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.allowed_words import SEE_COSTS
from catalog.costing import margin_percent
from catalog.models import ProductGroup
from clients import actions as client_actions
from clients.models import Segment
from company.models import Employee
from core import clock
from core.errors import Refused
from core.money import ZERO, kopecks
from core.reports import Chart, Column, PeriodForm, Report, report
from orders.sold.counted import FIRST, GROUP, MONTH, added_up, sold
from orders.sold.names import cuts, named

SEE = "orders.see_prices"
SEGMENT = "segment"
MARGIN = ("earned", "margin")


def this_year() -> dict:
    today = clock.today()
    return {"since": today.replace(month=1, day=1).isoformat(), "until": today.isoformat()}


def listed(figure, **more):
    """The documents behind a figure: the same period and the same narrowing."""

    def link(row, filters):
        if not row[figure]:
            return None
        address = "orders:sold_lines" if row["is_by_line"] and figure == "sum" else "orders:index"
        return f"{reverse(address)}?{urlencode(row['key'] | more)}"

    return link


class SoldForm(PeriodForm):
    by = forms.ChoiceField(
        label=pgettext_lazy("report", "By"), choices=cuts(SEGMENT), required=False
    )
    manager = forms.ModelChoiceField(
        label=_("Manager"),
        queryset=Employee.objects.to_choose_from(),
        required=False,
        empty_label=_("All"),
    )
    product_group = forms.ModelChoiceField(
        label=_("Product group"),
        queryset=ProductGroup.objects.all(),
        required=False,
        empty_label=_("All"),
    )


@report
class SoldReport(Report):
    code = "sold"
    title = pgettext_lazy("report", "Sales")
    basis = _(
        "Orders accepted in the period and not cancelled, by the day of acceptance. By product"
        " group the sums of their lines are added up. Repeated: the client had bought before. The"
        " margin is of the orders whose cost was known on the day of the price."
    )
    right = SEE
    icon = "chart-bar"
    form_class = SoldForm
    columns = (
        Column("name", pgettext_lazy("report", "What")),
        Column("orders", pgettext_lazy("list", "Orders"), "number", True, listed("orders")),
        Column("sum", _("Sum"), "money", True, listed("sum")),
        Column("share", _("Share of the sum"), "percent"),
        Column("average", _("Average order"), "money", True),
        Column("repeated", _("Repeated orders"), "number", True,
               listed("repeated", newness="regular")),
        Column("repeat_share", _("Share of repeated"), "percent"),
        Column("earned", _("Margin, ₽"), "money", True),
        Column("margin", _("Margin, %"), "number", True),
    )  # fmt: skip
    chart = Chart("bar", "name", ("sum",))
    order = 20

    def __init__(self, user, data):
        super().__init__(user, data)
        if not user.has_perm(SEE_COSTS):
            self.columns = tuple(each for each in self.columns if each.code not in MARGIN)

    @staticmethod
    def defaults(user):
        return this_year() | {"by": "manager"}

    @cached_property
    def narrowed(self) -> dict:
        wanted = {name: self.filters[name] for name in ("manager", GROUP)}
        return {name: found.pk for name, found in wanted.items() if found}

    @cached_property
    def all_together(self) -> dict:
        period = self.filters["since"], self.filters["until"]
        return added_up(self.user, *period, **self.narrowed)[0]

    def rows(self, filters):
        by = filters["by"] or "manager"
        lines = self._by_segment(filters) if by == SEGMENT else self._by(by, filters)
        for line in lines:
            yield {**line, **self._figures(line)}

    def _by(self, by, filters):
        found = added_up(self.user, filters["since"], filters["until"], [by], **self.narrowed)
        names = named(by, {line[by] for line in found})
        found.sort(key=lambda line: line[by] if by == MONTH else -line["sum"])
        for line in found:
            key = self._key(filters) | _narrowing(by, line[by], filters)
            is_by_line = GROUP in {by, *self.narrowed}
            yield {**line, "name": names[line[by]], "key": key, "is_by_line": is_by_line}

    def _by_segment(self, filters):
        """All segments in one query: a client may be in several."""
        inside = list(_clients_by_segment(self.user))
        rows = sold(self.user, filters["since"], filters["until"], **self.narrowed)
        figures = {}
        for segment, clients in inside:
            those = Q(client__in=clients)
            figures[f"sum{segment.pk}"] = Sum("total", filter=those, default=ZERO)
            figures[f"orders{segment.pk}"] = Count("pk", filter=those)
            figures[f"repeated{segment.pk}"] = Count("pk", filter=those & Q(**{FIRST: False}))
        found = rows.aggregate(**figures) if figures else {}
        for segment, _clients in inside:
            line = {name: found[f"{name}{segment.pk}"] for name in ("sum", "orders", "repeated")}
            key = self._key(filters) | {SEGMENT: segment.pk}
            if line["orders"]:
                yield {**line, "name": segment.name, "key": key, "is_by_line": False}

    def _key(self, filters):
        days = {"accepted_from": filters["since"], "accepted_to": filters["until"]}
        told = {name: day.isoformat() for name, day in days.items() if day}
        return told | self.narrowed

    def _figures(self, line) -> dict:
        whole, orders = self.all_together["sum"], line["orders"]
        net, spent = line.get("net"), line.get("spent")
        return {
            "share": _percent(line["sum"], whole),
            "average": kopecks(line["sum"] / orders) if orders else None,
            "repeat_share": _percent(line["repeated"], orders),
            "earned": None if net is None else net - spent,
            "margin": None if net is None else margin_percent(net, spent),
        }

    @cached_property
    def totals(self):
        """Of all orders together: rows of groups and segments may share some."""
        if not self.form.is_valid():
            return {}
        whole = {**self.all_together, **self._figures(self.all_together)}
        return {each.code: whole[each.code] for each in self.columns if each.total}

    def whole(self, filters):
        return {"key": self._key(filters), "is_by_line": GROUP in self.narrowed}


def _percent(part, whole):
    return (Decimal(part) * 100 / whole).quantize(Decimal("0.1")) if whole else None


def _clients_by_segment(user):
    for segment in Segment.objects.visible_to(user).order_by("folded_name", "pk"):
        try:
            yield segment, client_actions.clients_of(segment).order_by().values("pk")
        except Refused:
            continue


def _narrowing(by, value, filters) -> dict:
    """The filter of the orders' list that finds the orders of this row."""
    if by == MONTH:
        last = _last(value)
        since, until = filters["since"] or value, filters["until"] or last
        days = {"accepted_from": max(value, since), "accepted_to": min(last, until)}
        return {name: day.isoformat() for name, day in days.items()}
    if by == FIRST:
        return {"newness": "new" if value else "regular"}
    return {by.rpartition("__")[2]: "null" if value is None else value}


def _last(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])
