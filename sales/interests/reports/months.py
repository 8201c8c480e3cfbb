"""What every employee has brought in a month: new interests, and what was proposed."""

from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models import Employee
from core import clock
from core.reports import Chart, Column, Report, report
from sales.interests.lifecycle import SEE
from sales.interests.proposed import proposed_by_employee
from sales.models import Interest
from sales.proposals.lists import Basis

SORTS = {"new": 0, "needs": 1}


def listed(code):
    def link(row, filters):
        if not row[code]:
            return None
        period = {name: day.isoformat() for name, day in filters.items() if day}
        query = {**period, **row["key"], "is_need": SORTS[code]}
        return f"{reverse('sales:interests')}?{urlencode(query)}"

    return link


def proposals(row, filters):
    if not row["proposals"]:
        return None
    period = {name: day.isoformat() for name, day in filters.items() if day}
    query = {**period, **row["key"], "basis": Basis.SENT.value}
    return f"{reverse('sales:proposals')}?{urlencode(query)}"


@report
class InterestsOfMonth(Report):
    """DR3: sent to the commercial director by itself when a month is over."""

    code = "interests_of_month"
    title = _("Interests and proposals by employee")
    basis = _("Interests: received in the period. Proposals: sent for the first time in it.")
    right = SEE
    icon = "calendar-stats"
    columns = (
        Column("name", _("Manager")),
        Column("new", _("Interests of new clients"), "number", total=True, link=listed("new")),
        Column("needs", _("Needs of existing clients"), "number", total=True, link=listed("needs")),
        Column(
            "proposals",
            pgettext_lazy("list", "Proposals"),
            "number",
            total=True,
            link=proposals,
        ),
        Column("proposed", _("Sum of proposals"), "money", total=True),
    )
    chart = Chart("bar", "name", ("new", "needs"))
    order = 33

    @staticmethod
    def defaults(user):
        today = clock.today()
        return {"since": today.replace(day=1).isoformat(), "until": today.isoformat()}

    def rows(self, filters):
        since, until = filters["since"], filters["until"]
        counted = self._interests(since, until)
        proposed = proposed_by_employee(self.user, since, until)
        people = Employee.objects.filter(pk__in={*counted, *proposed})
        return [
            {
                "name": f"{person.last_name} {person.first_name}".strip(),
                "key": {"responsible": person.pk},
                "new": 0,
                "needs": 0,
                **counted.get(person.pk, {}),
                "proposals": 0,
                "proposed": 0,
                **proposed.get(person.pk, {}),
            }
            for person in people.order_by("last_name", "first_name", "pk")
        ]

    def _interests(self, since, until):
        seen = Interest.objects.visible_to(self.user).received_between(since, until).order_by()
        lines = seen.values("responsible").annotate(
            new=Count("pk", filter=~_is_need()), needs=Count("pk", filter=_is_need())
        )
        return {line.pop("responsible"): line for line in lines}

    def whole(self, filters):
        return {"key": {}}


def _is_need():
    return Q(is_need=True)
