"""Interests and needs of a period, by whatever one asks; and those that the firm could not meet."""

from calendar import monthrange
from urllib.parse import urlencode

from django import forms
from django.db.models import Count, Sum
from django.db.models.functions import TruncMonth
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.models import ProductGroup
from clients.models import AdSource
from company.models import Employee
from core import clock
from core.reports import Chart, Column, Link, PeriodForm, Report, report
from sales.interests.lifecycle import SEE
from sales.interests.querysets import OUTCOMES
from sales.interests.reports.grouping import CHOICES, GROUPINGS, MONTH
from sales.models import Interest

NARROWED = ("ad_source", "product_groups", "responsible")
COUNTED = ("undecided", "in_deal", "refused", "unmet")


def _chosen_of(model, label):
    return forms.ModelChoiceField(
        label=label, queryset=model.objects.all(), required=False, empty_label=_("All")
    )


class InterestsForm(PeriodForm):
    by = forms.ChoiceField(label=_("Counted by"), choices=CHOICES, required=False)
    ad_source = _chosen_of(AdSource, _("Ad source"))
    product_groups = _chosen_of(ProductGroup, _("Product group"))
    responsible = forms.ModelChoiceField(
        label=_("Manager"),
        queryset=Employee.objects.to_choose_from(),
        required=False,
        empty_label=_("All"),
    )


def listed(outcome=""):
    """The list behind a figure: the same period and line, and the same method of the QuerySet."""

    def link(row, filters):
        if not row[outcome or "all"]:
            return None
        query = {**row["key"], "outcome": outcome} if outcome else row["key"]
        return f"{reverse('sales:interests')}?{urlencode(query)}"

    return link


def share(part, whole):
    return round(100 * part / whole) if whole else None


@report
class InterestsReport(Report):
    """SL3: what is asked for, where it comes from and what becomes of it."""

    code = "interests"
    title = _("Interests and needs counted")
    basis = _("Received in the period, by what has become of them until now")
    right = SEE
    icon = "sparkles"
    form_class = InterestsForm
    columns = (
        Column("name", pgettext_lazy("report", "What")),
        Column("all", pgettext_lazy("interests", "Received"), "number", total=True, link=listed()),
        Column("undecided", pgettext_lazy("interests", "Not decided"), "number", total=True,
               link=listed("undecided")),
        Column("in_deal", pgettext_lazy("interests", "In deals"), "number", total=True,
               link=listed("in_deal")),
        Column("refused", pgettext_lazy("interests", "Refused"), "number", total=True,
               link=listed("refused")),
        Column("unmet", _("Unmet demand"), "number", total=True, link=listed("unmet")),
        Column("conversion", _("Became deals"), "percent", total=True),
        Column("expected_sum", _("Sum, where it is known"), "money", total=True),
    )  # fmt: skip
    chart = Chart("bar", "name", ("in_deal", "undecided", "refused"))
    links = (
        Link(pgettext_lazy("list", "Interests and needs"), "sales:interests", "sparkles", SEE),
    )
    order = 30
    outcome = ""  # of which all are counted

    @staticmethod
    def defaults(user):
        today = clock.today()
        since = today.replace(day=1).isoformat()
        return {"since": since, "until": today.isoformat(), "by": "ad_source"}

    def asked_for(self, filters):
        seen = Interest.objects.visible_to(self.user)
        rows = seen.received_between(filters["since"], filters["until"]).order_by()
        if self.outcome:
            rows = rows.with_outcome(self.outcome)
        chosen = {name: filters[name] for name in NARROWED if filters[name]}
        return rows.filter(**chosen) if chosen else rows

    def rows(self, filters):
        rows, by = self.asked_for(filters), filters["by"] or "ad_source"
        if by == MONTH:
            month = TruncMonth("received_at", tzinfo=get_default_timezone())
            lines = _counted(rows.values(month=month)).order_by("month")
            return [self._month(line, filters) for line in lines]
        grouping = GROUPINGS[by]
        lines = _counted(rows.values(grouping.field, *grouping.names)).order_by("-all")
        return [
            _whole(line, grouping.name(line), {**self._key(filters), **grouping.key(line)})
            for line in lines
        ]

    def _month(self, line, filters):
        """A month that the period cuts is counted, and listed, within the period."""
        first = line["month"].date()
        last = first.replace(day=monthrange(first.year, first.month)[1])
        since = max(first, filters["since"] or first)
        until = min(last, filters["until"] or last)
        period = {"since": since.isoformat(), "until": until.isoformat()}
        return _whole(
            line, date_format(first, "YEAR_MONTH_FORMAT"), {**self._key(filters), **period}
        )

    def _key(self, filters):
        period = {name: filters[name].isoformat() for name in ("since", "until") if filters[name]}
        narrowed = {name: filters[name].pk for name in NARROWED if filters[name]}
        return period | narrowed | ({"outcome": self.outcome} if self.outcome else {})

    @cached_property
    def totals(self):
        """Of the interests themselves: one that asks for two groups stands in two lines."""
        if not self.table:
            return {}
        line = self.asked_for(self.filters).aggregate(**_counts())
        shown = {column.code for column in self.columns if column.total}
        return {name: value for name, value in _whole(line, "", {}).items() if name in shown}

    def whole(self, filters):
        return {"key": self._key(filters)}


def _counts():
    counts = {code: Count("pk", filter=OUTCOMES[code]()) for code in COUNTED}
    return {"all": Count("pk"), **counts, "expected_sum": Sum("expected_sum", default=0)}


def _counted(lines):
    return lines.annotate(**_counts())


def _whole(line, name, key):
    return {**line, "name": name, "key": key, "conversion": share(line["in_deal"], line["all"])}


@report
class UnmetDemand(InterestsReport):
    """AN6: what the firm could not offer, with the wishes behind each figure."""

    code = "unmet_demand"
    title = _("Unmet demand")
    basis = _("Received in the period and refused, since the firm could not offer it")
    icon = "mood-sad"
    columns = (
        Column("name", pgettext_lazy("report", "What")),
        Column("all", pgettext_lazy("interests", "Refused"), "number", total=True, link=listed()),
        Column("expected_sum", _("Sum, where it is known"), "money", total=True),
    )
    chart = Chart("bar", "name", ("all",))
    order = 32
    outcome = "unmet"

    @staticmethod
    def defaults(user):
        today = clock.today()
        since = today.replace(month=1, day=1).isoformat()
        return {"since": since, "until": today.isoformat(), "by": "product_groups"}
