"""Plan against fact, and what was forecast against what came."""

from collections import defaultdict
from datetime import date
from urllib.parse import urlencode

from django import forms
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from core import clock
from core.money import ZERO
from core.reports import Chart, Column, Link, Report, report
from orders.sold.counted import FIRST, GROUP, MONTH, added_up
from orders.sold.names import named
from sales.models import Forecast, SalesPlan
from sales.plan.compared import CLIENTELE, back, by_month, came, last_day, percent_of, planned
from sales.plan.forecasting import month_of
from sales.plan.lifecycle import SEE
from sales.plan.models import Clientele

YEARS_BACK = 3


def months(ahead=1) -> list[tuple[str, str]]:
    first = clock.today().replace(day=1)
    found = [back(first, ago) for ago in range(-ahead, 24)]
    return [(f"{each:%Y-%m}", date_format(each, "YEAR_MONTH_FORMAT")) for each in found]


def this_month() -> str:
    return f"{clock.today():%Y-%m}"


class MonthForm(forms.Form):
    month = forms.ChoiceField(label=_("Month"), choices=months, required=False)
    by = forms.ChoiceField(
        label=pgettext_lazy("report", "By"),
        choices=[
            ("manager", pgettext_lazy("report by", "Managers")),
            (GROUP, pgettext_lazy("report by", "Product groups")),
            (CLIENTELE, pgettext_lazy("report by", "New and regular clients")),
            (MONTH, pgettext_lazy("report by", "Months of the year")),
        ],
        required=False,
    )


def _orders(row, filters):
    if not row["sold"]:
        return None
    address = "orders:sold_lines" if GROUP in row["key"] else "orders:index"
    return f"{reverse(address)}?{urlencode(row['key'])}"


def _plan(row, filters):
    return reverse("sales:plan", args=[row["plan"]]) if row["plan"] and row["planned"] else None


def _difference(row, filters):
    if "manager" not in row["key"]:
        return None
    query = {"month": filters["month"] or this_month(), "manager": row["key"]["manager"]}
    return f"{reverse('sales:plan_difference')}?{urlencode(query)}"


@report
class PlanFactReport(Report):
    code = "plan_fact"
    title = _("Plan and fact")
    basis = _(
        "Sold: the sums of orders accepted in the month and not cancelled, by product group of"
        " their lines. The plan is the version in force. A difference leads to what is done about"
        " it."
    )
    right = SEE
    icon = "target-arrow"
    form_class = MonthForm
    columns = (
        Column("name", pgettext_lazy("report", "What")),
        Column("planned", _("Plan"), "money", True, _plan),
        Column("sold", _("Sold"), "money", True, _orders),
        Column("difference", pgettext_lazy("plan", "Difference"), "money", True, _difference),
        Column("percent", _("Of the plan"), "percent", True),
        Column("year_before", _("A year before"), "money", True),
        Column("two_years_before", _("Two years before"), "money", True),
        Column("month_before", _("A month before"), "money", True),
        Column("average", _("Average of three months before"), "money", True),
    )
    chart = Chart("bar", "name", ("planned", "sold"))
    links = (
        Link(_("Sales plan"), "sales:plans", "target-arrow", SEE),
        Link(_("Forecast"), "sales:forecast", "crystal-ball", SEE),
    )
    order = 21

    @staticmethod
    def defaults(user):
        return {"month": this_month(), "by": "manager"}

    @cached_property
    def month(self) -> date:
        return month_of(self.filters.get("month", ""), clock.today().replace(day=1))

    @cached_property
    def plan(self):
        return SalesPlan.objects.in_force(self.month.year)

    def rows(self, filters):
        by = filters["by"] or "manager"
        return self._by_month() if by == MONTH else self._by(by)

    def _by(self, by):
        month = self.month
        wanted = planned(self.user, self.plan, by, month=month)
        sold, year, two = (self._came(back(month, ago), 0, by) for ago in (0, 12, 24))
        one, three = self._came(back(month, 1), 0, by), self._came(back(month, 1), 2, by)
        values = dict.fromkeys([*wanted, *sold, *year, *one])
        names = _names(by, set(values))
        for value in sorted(values, key=lambda each: names[each]):
            facts = (table.get(value, ZERO) for table in (wanted, sold, year, two, one, three))
            yield self._line(names[value], self._key(month, by, value), *facts)

    def _came(self, month, more, by):
        """Of the month, and as many months before it."""
        return came(self.user, back(month, more), last_day(month), by)

    def _by_month(self):
        year = self.month.year
        wanted = planned(self.user, self.plan, MONTH)
        since = date(year - YEARS_BACK, 10, 1)
        sold = by_month(self.user, since, date(year, 12, 31))
        for number in range(1, 13):
            month = date(year, number, 1)
            last = [sold.get(back(month, ago), ZERO) for ago in (0, 12, 24, 1, 2, 3)]
            yield self._line(
                date_format(month, "F"),
                self._key(month),
                wanted.get(number, ZERO),
                *last[:4],
                sum(last[3:], ZERO),
            )

    def _line(self, name, key, wanted, sold, year, two, one, three):
        return {
            "name": name,
            "key": key,
            "plan": self.plan.pk if self.plan else None,
            "planned": wanted,
            "sold": sold,
            "difference": sold - wanted,
            "percent": percent_of(sold, wanted),
            "year_before": year,
            "two_years_before": two,
            "month_before": one,
            "average": (three / 3).quantize(ZERO),
        }

    def _key(self, month, by="", value=None):
        key = {"accepted_from": f"{month:%Y-%m-%d}", "accepted_to": f"{last_day(month):%Y-%m-%d}"}
        if by == CLIENTELE:
            return key | {"newness": value}
        return key | ({by: "null" if value is None else value} if by else {})

    @cached_property
    def totals(self):
        found = {
            each.code: sum((row[each.code] or ZERO for row in self.table), ZERO)
            for each in self.columns
            if each.total
        }
        return found | {"percent": percent_of(found["sold"], found["planned"])} if found else {}


def _names(by, values) -> dict:
    if by == CLIENTELE:
        return {
            each: str(Clientele(each).label) if each else pgettext("sales plan", "Not divided")
            for each in values
        }
    return named(by, values)


@report
class ForecastAccuracyReport(Report):
    code = "forecast_accuracy"
    title = _("Forecast and fact")
    basis = _(
        "Forecasts as they were frozen at the month's beginning, by themselves and as the managers"
        " corrected them, against the sums of orders accepted in the month and not cancelled."
    )
    right = SEE
    icon = "crystal-ball"
    form_class = forms.Form
    columns = (
        Column("name", _("Month")),
        Column("manager", _("Manager")),
        Column("reckoned", _("Reckoned"), "money", True),
        Column("said", _("Forecast"), "money", True, lambda row, filters: row["url"]),
        Column("sold", _("Sold"), "money", True, lambda row, filters: row["orders"]),
        Column("difference", pgettext_lazy("plan", "Difference"), "money", True),
        Column("percent", _("Of the forecast"), "percent"),
        Column("sold_new", _("Sold to new clients"), "money", True),
        Column("said_new", _("Forecast of new clients"), "money", True),
        Column("remark", _("Why it was corrected")),
    )
    order = 22

    @staticmethod
    def defaults(user):
        return {}

    def rows(self, filters):
        since = back(clock.today().replace(day=1), 12)
        seen = Forecast.objects.visible_to(self.user).frozen().filter(month__gte=since)
        kept = list(seen.select_related("manager"))
        if not kept:
            return []
        sold = self._sold(min(each.month for each in kept))
        return [_compared(each, sold[each.month, each.manager_id]) for each in kept]

    def _sold(self, since):
        found = defaultdict(lambda: {True: ZERO, False: ZERO})
        for line in added_up(self.user, since, clock.today(), [MONTH, "manager", FIRST]):
            found[line[MONTH], line["manager"]][line[FIRST]] = line["sum"]
        return found


def _compared(kept, sold):
    new = kept.new_sum if kept.adjusted_new is None else kept.adjusted_new
    regular = kept.regular_sum if kept.adjusted_regular is None else kept.adjusted_regular
    came_in = sold[True] + sold[False]
    query = urlencode({"month": f"{kept.month:%Y-%m}", "manager": kept.manager_id})
    days = {
        "accepted_from": kept.month.isoformat(),
        "accepted_to": last_day(kept.month).isoformat(),
    }
    listed = urlencode({"manager": kept.manager_id, **days})
    return {
        "name": date_format(kept.month, "YEAR_MONTH_FORMAT"),
        "manager": kept.manager.short_name,
        "reckoned": kept.new_sum + kept.regular_sum,
        "said": new + regular,
        "sold": came_in,
        "difference": came_in - new - regular,
        "percent": percent_of(came_in, new + regular),
        "sold_new": sold[True],
        "said_new": new,
        "remark": kept.remark,
        "url": f"{reverse('sales:forecast')}?{query}",
        "orders": f"{reverse('orders:index')}?{listed}" if came_in else None,
    }
