from urllib.parse import urlencode

from django.db.models import Count, Sum
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import clock
from core.reports import Chart, Column, Link, Report, report
from tasks.lifecycle import CONTROL
from tasks.models import Task
from tasks.querysets import OUTCOMES


def _listed(outcome=""):
    """The list behind a figure: the same period, person and method of the QuerySet."""

    def link(row, filters):
        if not row[outcome or "asked"]:
            return None
        period = {name: day.isoformat() for name, day in filters.items() if day}
        query = {**period, "assignee": row["assignee"], "outcome": outcome}
        return f"{reverse('tasks:index')}?{urlencode(query)}"

    return link


@report
class TasksByAssignee(Report):
    """TK2: who does what is asked, and how often it had to be asked again."""

    code = "tasks_by_assignee"
    title = _("Tasks by who does them")
    basis = _("Tasks set in the period, by what has become of them until now")
    right = CONTROL
    icon = "checkbox"
    columns = (
        Column("name", pgettext_lazy("task", "Who does it")),
        Column("asked", pgettext_lazy("tasks", "Set"), "number", total=True, link=_listed()),
        Column("in_time", _("Done in time"), "number", total=True, link=_listed("in_time")),
        Column("done_late", _("Done late"), "number", total=True, link=_listed("done_late")),
        Column("late", pgettext_lazy("tasks", "Late"), "number", total=True, link=_listed("late")),
        Column("returned", _("Returned for rework, times"), "number", total=True),
    )
    chart = Chart("bar", "name", ("in_time", "done_late", "late"))
    links = (Link(pgettext_lazy("list", "Tasks"), "tasks:index", "checkbox", CONTROL),)
    order = 60

    @staticmethod
    def defaults(user):
        today = clock.today()
        return {"since": today.replace(day=1).isoformat(), "until": today.isoformat()}

    def rows(self, filters):
        tasks = Task.objects.concerning(self.user).set_between(filters["since"], filters["until"])
        names = ("assignee__last_name", "assignee__first_name")
        counts = {code: Count("pk", filter=found()) for code, found in OUTCOMES.items()}
        lines = (
            tasks.filter(assignee__isnull=False)
            .order_by(*names)
            .values("assignee", *names)
            .annotate(asked=Count("pk"), returned=Sum("returned_count"), **counts)
        )
        return [{**line, "name": " ".join(line[name] for name in names)} for line in lines]
