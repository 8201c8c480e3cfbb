from urllib.parse import urlencode

from django import forms
from django.db.models import Count, F, Sum
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.models import ProductGroup
from company.models import Employee
from core import clock
from core.reports import Chart, Column, Link, PeriodForm, Report, report
from sales.deals.filters import NO_GROUP
from sales.deals.lifecycle import SEE
from sales.models import Competitor, Deal

DEALS = Link(pgettext_lazy("list", "Deals"), "sales:deals", "arrows-right", SEE)


class ClosedForm(PeriodForm):
    responsible = forms.ModelChoiceField(
        label=_("Responsible"),
        queryset=Employee.objects.to_choose_from(),
        required=False,
        empty_label=_("All"),
    )


def _this_year(user):
    today = clock.today()
    return {"since": today.replace(month=1, day=1).isoformat(), "until": today.isoformat()}


def _closed(report, filters):
    found = Deal.objects.visible_to(report.user)
    found = found.closed_between(filters["since"], filters["until"])
    person = filters["responsible"]
    return found.filter(responsible=person) if person else found


def listed(count, *keys, **fixed):
    """The list behind a figure: the same rows, narrowed by the same methods."""

    def link(row, filters):
        if not row[count] or any(row.get(key) is None for key in keys):
            return None
        days = {"closed_from": filters["since"], "closed_to": filters["until"]}
        narrowed = {name: day.isoformat() for name, day in days.items() if day}
        if filters["responsible"]:
            narrowed["responsible"] = filters["responsible"].pk
        narrowed |= {key: row[key] for key in keys} | fixed
        return f"{reverse('sales:deals')}?{urlencode(narrowed)}"

    return link


@report
class LossesByReason(Report):
    """SL3: why deals are lost."""

    code = "losses_by_reason"
    title = _("Losses by reason")
    basis = _("Deals lost in the period, by their expected sum")
    right = SEE
    icon = "mood-sad"
    form_class = ClosedForm
    defaults = staticmethod(_this_year)
    columns = (
        Column("name", _("Reason of the loss")),
        Column("deals", DEALS.label, "number", True, listed("deals", "loss_reason", status="lost")),
        Column("total", _("Expected sum"), "money", total=True),
        Column("to_rivals", _("Of them to competitors"), "number", total=True),
    )
    chart = Chart("bar", "name", ("deals",))
    links = (DEALS,)
    order = 42

    def rows(self, filters):
        lost = _closed(self, filters).lost().order_by()
        lines = lost.values("loss_reason", name=F("loss_reason__name")).annotate(
            deals=Count("pk"), total=Sum("expected_sum"), to_rivals=Count("lost_to")
        )
        return list(lines.order_by("-deals", "name"))


@report
class AgainstCompetitors(Report):
    """SL3: whom we win against and to whom we lose, by what is sold and why."""

    code = "against_competitors"
    title = _("Against competitors")
    basis = _(
        "Deals closed in the period in which a competitor was known or to whom they were lost; a "
        "deal of several product groups counts in each."
    )
    right = SEE
    icon = "swords"
    form_class = ClosedForm
    defaults = staticmethod(_this_year)
    columns = (
        Column("name", _("Competitor")),
        Column("group", _("Product group")),
        Column(
            "won",
            pgettext_lazy("deals", "Won"),
            "number",
            link=listed("won", "against", "product_group", status="won"),
        ),
        Column("won_sum", _("Won for"), "money"),
        Column(
            "lost",
            pgettext_lazy("deals", "Lost"),
            "number",
            link=listed("lost", "lost_to", "product_group", status="lost"),
        ),
        Column("lost_sum", _("Lost for"), "money"),
        Column("share", _("Won, share"), "percent"),
        Column("reasons", _("Why lost")),
    )
    chart = Chart("bar", "name", ("won", "lost"))
    links = (DEALS,)
    order = 43

    def rows(self, filters):
        closed = _closed(self, filters).order_by()
        found = {}
        for said in _won(closed):
            found.setdefault(_key(said), {}).update(won=said["count"], won_sum=said["total"])
        for said in _lost(closed):
            line = found.setdefault(_key(said), {})
            line["lost"] = line.get("lost", 0) + said["count"]
            line["lost_sum"] = line.get("lost_sum", 0) + said["total"]
            line.setdefault("why", []).append((said["reason"], said["count"]))
        names = dict(Competitor.objects.values_list("pk", "name"))
        groups = dict(ProductGroup.objects.values_list("pk", "name"))
        lines = [
            _line(rival, group, said) | {"name": names[rival], "group": groups.get(group, "")}
            for (rival, group), said in found.items()
        ]
        return sorted(lines, key=lambda line: (line["name"], line["group"]))


def _won(closed):
    """Each deal once for a competitor, however many offers of theirs were known."""
    deals = closed.won().filter(competitor_offers__isnull=False)
    named = {"rival": F("competitor_offers__competitor"), "group": F("product_groups")}
    each = deals.values("pk", "expected_sum", **named).distinct()
    return _summed(each, ("rival", "group"))


def _lost(closed):
    deals = closed.lost().filter(lost_to__isnull=False)
    named = {"rival": F("lost_to"), "group": F("product_groups"), "reason": F("loss_reason__name")}
    return _summed(deals.values("pk", "expected_sum", **named), ("rival", "group", "reason"))


def _summed(rows, keys) -> list[dict]:
    sums = {}
    for row in rows:
        line = sums.setdefault(tuple(row[key] for key in keys), {"count": 0, "total": 0})
        line["count"] += 1
        line["total"] += row["expected_sum"]
    return [dict(zip(keys, key, strict=True)) | line for key, line in sums.items()]


def _key(said):
    return said["rival"], said["group"]


def _line(rival, group, said) -> dict:
    won, lost = said.get("won", 0), said.get("lost", 0)
    why = sorted(said.get("why", ()), key=lambda each: -each[1])
    return {
        "against": rival,
        "lost_to": rival,
        "product_group": group or NO_GROUP,
        "won": won,
        "won_sum": said.get("won_sum", 0),
        "lost": lost,
        "lost_sum": said.get("lost_sum", 0),
        "share": round(100 * won / (won + lost)),
        "reasons": ", ".join(f"{reason} ({count})" for reason, count in why),
    }
