"""How long it takes to the first answer and to a decision, by who is responsible."""

from decimal import Decimal
from urllib.parse import urlencode

from django.db.models import Aggregate, Count, FloatField
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import clock
from core.reports import Column, Link, Report, report
from sales.interests.lifecycle import SEE
from sales.interests.querysets import OUTCOMES
from sales.interests.reports.counted import share
from sales.models import Interest

NAMES = ("responsible__last_name", "responsible__first_name")
COUNTED = ("answered", "in_norm", "overdue", "decided")


class Percentile(Aggregate):
    """Of numbers that lie between two rows the one between them; rows without a value are left
    out."""

    function = "PERCENTILE_CONT"
    template = "%(function)s(%(fraction)s) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = FloatField()

    def __init__(self, expression, fraction):
        super().__init__(expression, fraction=fraction)


def listed(outcome):
    def link(row, filters):
        if not row[outcome]:
            return None
        period = {name: day.isoformat() for name, day in filters.items() if day}
        query = {**period, **row["key"], "outcome": outcome}
        return f"{reverse('sales:interests')}?{urlencode(query)}"

    return link


@report
class InterestTimes(Report):
    """SL4. The share in norm is of those that were answered or should have been."""

    code = "interest_times"
    title = _("Time to answers and decisions")
    basis = _("Received in the period; working hours from the moment they came")
    right = SEE
    icon = "hourglass"
    columns = (
        Column("name", _("Manager")),
        Column("answered", pgettext_lazy("interests", "Answered"), "number", total=True,
               link=listed("answered")),
        Column("answer_half", _("To the answer: median, h"), "number", total=True),
        Column("answer_most", _("90 of 100 within, h"), "number", total=True),
        Column("in_norm", pgettext_lazy("interests", "In norm"), "number", total=True,
               link=listed("in_norm")),
        Column("share", _("Share in norm"), "percent", total=True),
        Column("overdue", _("Answer is overdue"), "number", total=True, link=listed("overdue")),
        Column("decided", pgettext_lazy("interests", "Decided"), "number", total=True,
               link=listed("decided")),
        Column("decision_half", _("To the decision: median, h"), "number", total=True),
        Column("decision_most", _("90 of 100 decided within, h"), "number", total=True),
    )  # fmt: skip
    links = (
        Link(pgettext_lazy("list", "Interests and needs"), "sales:interests", "sparkles", SEE),
    )
    order = 31

    @staticmethod
    def defaults(user):
        today = clock.today()
        return {"since": today.replace(day=1).isoformat(), "until": today.isoformat()}

    def _received(self, filters):
        seen = Interest.objects.visible_to(self.user)
        return seen.received_between(filters["since"], filters["until"]).order_by()

    def rows(self, filters):
        lines = self._received(filters).values("responsible", *NAMES).annotate(**_measured())
        return [
            _line(
                line, " ".join(line[name] for name in NAMES), {"responsible": line["responsible"]}
            )
            for line in lines.order_by(*NAMES)
        ]

    @cached_property
    def totals(self):
        if not self.table:
            return {}
        whole = _line(self._received(self.filters).aggregate(**_measured()), "", {})
        return {column.code: whole[column.code] for column in self.columns if column.total}

    def whole(self, filters):
        return {"key": {}}


def _measured():
    counts = {code: Count("pk", filter=OUTCOMES[code]()) for code in COUNTED}
    return {
        **counts,
        "answer_half": Percentile("answer_minutes", 0.5),
        "answer_most": Percentile("answer_minutes", 0.9),
        "decision_half": Percentile("decision_minutes", 0.5),
        "decision_most": Percentile("decision_minutes", 0.9),
    }


def _line(line, name, key):
    times = {code: _hours(value) for code, value in line.items() if code.endswith(("half", "most"))}
    judged = line["answered"] + line["overdue"]
    return {**line, **times, "name": name, "key": key, "share": share(line["in_norm"], judged)}


def _hours(minutes):
    return None if minutes is None else round(Decimal(minutes) / 60, 1)
