"""What each employee has prepared, sent and brought to agreement, month by month."""

from collections import defaultdict
from datetime import timedelta
from urllib.parse import urlencode

from django.db.models import Count, Sum
from django.db.models.functions import TruncMonth
from django.urls import reverse
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext_lazy as _

from company.models import Employee
from core import clock
from core.money import ZERO
from core.reports import Chart, Column, Report, report
from sales.models import Proposal
from sales.proposals.lifecycle import SEE
from sales.proposals.lists import Basis

# By which moment each of the figures is counted.
MOMENTS = {
    Basis.PREPARED: "created_at",
    Basis.SENT: "first_sent_at",
    Basis.ACCEPTED: "answered_at",
}


def sums_by_employee(since, until, *, rows=None, by_month=False) -> list[dict]:
    """Of each employee with proposals in these days, both included: how many were prepared, sent
    for the first time and accepted then, and for how much. `rows` are those that may be seen."""
    rows, found = Proposal.objects.all() if rows is None else rows, defaultdict(_nothing)
    for basis, moment in MOMENTS.items():
        chosen = basis.between(rows, since, until).order_by()
        month = TruncMonth(moment, tzinfo=get_default_timezone())
        keys = {"month": month} if by_month else {}
        counted = chosen.values("responsible", **keys)
        for line in counted.annotate(count=Count("pk"), sum=Sum("total")):
            row = found[line["responsible"], line.get("month")]
            row[basis.value], row[f"{basis.value}_sum"] = line["count"], line["sum"]
    people = Employee.objects.in_bulk({pk for pk, _at in found})
    named = [
        {"employee": people[pk], "month": month and month.date(), **row}
        for (pk, month), row in found.items()
    ]
    return sorted(named, key=_place)


def _place(row):
    return (str(row["month"] or ""), row["employee"].short_name)


def _nothing() -> dict:
    names = [each.value for each in Basis]
    return dict.fromkeys(names, 0) | dict.fromkeys((f"{name}_sum" for name in names), ZERO)


def _behind(basis):
    """The list of the same proposals."""

    def link(row, filters):
        period = {name: filters[name] for name in ("since", "until") if filters[name]}
        chosen = {**period, **row["key"], "basis": basis.value}
        return f"{reverse('sales:proposals')}?{urlencode(chosen)}"

    return link


def _columns(basis, counted, summed):
    link = _behind(basis)
    return (
        Column(basis.value, counted, "number", True, link),
        Column(f"{basis.value}_sum", summed, "money", True, link),
    )


@report
class ProposalsByEmployee(Report):
    code = "proposals_by_employee"
    title = _("Commercial proposals by employee")
    basis = _(
        "Prepared, sent for the first time and accepted in the period, each by its own day; sums of"
        " the revisions in force today."
    )
    right = SEE
    icon = "file-text"
    columns = (
        Column("month", _("Month")),
        Column("name", _("Employee")),
        *_columns(Basis.PREPARED, Basis.PREPARED.label, _("Prepared for")),
        *_columns(Basis.SENT, Basis.SENT.label, _("Sent for")),
        *_columns(Basis.ACCEPTED, Basis.ACCEPTED.label, _("Accepted for")),
    )
    chart = Chart("bar", "name", ("sent_sum", "accepted_sum"))
    order = 30

    @staticmethod
    def defaults(user):
        today = clock.today()
        return {"since": today.replace(day=1).isoformat(), "until": today.isoformat()}

    def rows(self, filters):
        seen = Proposal.objects.visible_to(self.user)
        days = filters["since"], filters["until"]
        return [
            {**row, **_named(row, *days)}
            for row in sums_by_employee(*days, rows=seen, by_month=True)
        ]

    def whole(self, filters):
        return {"key": {}}


def _named(row, since, until) -> dict:
    """The cell opens the days of its month that the period has."""
    first = row["month"]
    last = _end_of(first)
    key = {
        "since": max(first, since) if since else first,
        "until": min(last, until) if until else last,
        "responsible": row["employee"].pk,
    }
    return {"name": row["employee"].short_name, "month": f"{first:%m.%Y}", "key": key}


def _end_of(first):
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
