from calendar import monthrange
from urllib.parse import urlencode

from django import forms
from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models import Employee
from core import clock
from core.reports import Chart, Column, Link, PeriodForm, Report, report
from interactions.models import Interaction, InteractionKind
from interactions.potential import ConversionReport
from interactions.querysets import COUNTED
from interactions.regulations.reports import RegulationsReport

__all__ = ["ConversionReport", "InteractionsReport", "RegulationsReport"]

MOST_CLIENTS = 200  # of more, those with whom most was said


class InteractionsForm(PeriodForm):
    by = forms.ChoiceField(
        label=_("Counted by"),
        choices=[
            ("responsible", _("Manager")),
            ("kind", _("Kind")),
            ("client", _("Client")),
            ("month", _("Month")),
        ],
        required=False,
    )
    responsible = forms.ModelChoiceField(
        label=_("Manager"),
        queryset=Employee.objects.to_choose_from(),
        required=False,
        empty_label=_("All"),
    )
    kind = forms.ModelChoiceField(
        label=_("Kind"),
        queryset=InteractionKind.objects.all(),
        required=False,
        empty_label=_("All"),
    )


def listed(chip):
    """The list behind a figure: the same period, narrowed to the line, under the chip that is the
    QuerySet's method of the same name."""

    def link(row, filters):
        if not row[chip]:
            return None
        return f"{reverse('interactions:index')}?{urlencode({**row['key'], 'chip': chip})}"

    return link


NAMES = {
    "responsible": ("responsible__last_name", "responsible__first_name"),
    "kind": ("kind__name",),
    "client": ("client__name",),
}


@report
class InteractionsReport(Report):
    code = "interactions"
    title = _("Calls and meetings counted")
    basis = _("Held: by the day of holding. Planned and overdue: by the day they are planned for.")
    right = "interactions.view_interaction"
    icon = "messages"
    form_class = InteractionsForm
    columns = (
        Column("name", pgettext_lazy("report", "What")),
        Column("held", pgettext_lazy("calls", "Held"), "number", total=True, link=listed("held")),
        Column(
            "overdue",
            pgettext_lazy("calls", "Overdue"),
            "number",
            total=True,
            link=listed("overdue"),
        ),
        Column(
            "ahead", pgettext_lazy("calls", "Ahead"), "number", total=True, link=listed("ahead")
        ),
        Column(
            "unheld",
            pgettext_lazy("calls", "Cancelled or not needed"),
            "number",
            total=True,
            link=listed("unheld"),
        ),
    )
    chart = Chart("bar", "name", ("held", "overdue", "ahead"))
    links = (Link(_("All calls and meetings"), "interactions:index", "messages", right),)
    order = 40

    @staticmethod
    def defaults(user):
        today = clock.today()
        return {"since": today.replace(day=1).isoformat(), "until": today.isoformat(), "by": "kind"}

    def rows(self, filters):
        seen = Interaction.objects.visible_to(self.user)
        rows = seen.between(filters["since"], filters["until"]).order_by()
        for name in ("responsible", "kind"):
            if filters[name]:
                rows = rows.filter(**{name: filters[name]})
        by = filters["by"] or "responsible"
        if by == "month":
            month = TruncMonth("moment_at", tzinfo=get_default_timezone())
            return [self._month(line, filters) for line in _counted(rows, month=month)]
        counted = _counted(rows, by, *NAMES[by])
        if by == "client":
            counted = counted.order_by("-all", "client__name")[:MOST_CLIENTS]
        return [self._line(line, by, filters) for line in counted]

    def _line(self, line, by, filters):
        name = " ".join(filter(None, (line[each] for each in NAMES[by])))
        return {**line, "name": name, "key": {**_chosen(filters), by: line[by]}}

    def _month(self, line, filters):
        """A month that the period cuts is counted, and listed, within the period."""
        first = line["month"].date()
        last = first.replace(day=monthrange(first.year, first.month)[1])
        since = max(first, filters["since"] or first)
        until = min(last, filters["until"] or last)
        period = {"since": since.isoformat(), "until": until.isoformat()}
        return {
            **line,
            "name": date_format(first, "YEAR_MONTH_FORMAT"),
            "key": {**_chosen(filters), **period},
        }


def _counted(rows, *fields, **computed):
    counts = {name: Count("pk", filter=condition()) for name, condition in COUNTED.items()}
    return (
        rows.values(*fields, **computed)
        .annotate(**counts, all=Count("pk"))
        .order_by(*computed, *fields[1:], *fields[:1])
    )


def _chosen(filters):
    period = {name: filters[name].isoformat() for name in ("since", "until") if filters[name]}
    narrowed = {name: filters[name].pk for name in ("responsible", "kind") if filters[name]}
    return period | narrowed
