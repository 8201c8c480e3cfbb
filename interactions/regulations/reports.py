from urllib.parse import urlencode

from django import forms
from django.db.models import Count, F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import clock
from core.reports import Chart, Column, Link, PeriodForm, Report, report
from interactions.models import ContactDue
from interactions.models.regulation import FATES
from interactions.regulations.wording import Fate

LINES = {
    "responsible": ("call__responsible__last_name", "call__responsible__first_name"),
    "regulation": ("regulation__name",),
}
PATHS = {"responsible": "call__responsible", "regulation": "regulation"}


class RegulationsForm(PeriodForm):
    by = forms.ChoiceField(
        label=_("Counted by"),
        choices=[("responsible", _("Manager")), ("regulation", _("Regulation"))],
        required=False,
    )


def listed(chip=""):
    """The list behind a figure, under the chip that is the QuerySet's method of the same name."""

    def link(row, filters):
        if not row[chip or "due"]:
            return None
        query = {**row["key"], "chip": chip} if chip else row["key"]
        return f"{reverse('interactions:contacts_due')}?{urlencode(query)}"

    return link


@report
class RegulationsReport(Report):
    code = "regulations"
    title = _("Regulations of contact kept")
    basis = _(
        "What regulations asked for, by the day on which it was to be done. Kept: the client was "
        "spoken to by the end of that day, whoever did it and however."
    )
    right = "interactions.view_interaction"
    icon = "calendar-repeat"
    form_class = RegulationsForm
    columns = (
        Column("name", pgettext_lazy("report", "What")),
        Column("due", pgettext_lazy("regulation", "Due"), "number", True, listed()),
        *(Column(each.value, each.label, "number", True, listed(each.value)) for each in Fate),
        Column("share", _("Kept in time"), "percent"),
    )
    chart = Chart("bar", "name", ("kept", "late", "broken"))
    links = (
        Link(
            _("Regulations of contact"),
            "interactions:regulations",
            "calendar-repeat",
            "interactions.change_contactregulation",
        ),
    )
    order = 41

    @staticmethod
    def defaults(user):
        today = clock.today()
        period = {"since": today.replace(day=1).isoformat(), "until": today.isoformat()}
        return {**period, "by": "responsible"}

    def rows(self, filters):
        by = filters["by"] or "responsible"
        seen = ContactDue.objects.visible_to(self.user)
        rows = seen.between(filters["since"], filters["until"]).with_contact()
        counts = {name: Count("pk", filter=condition()) for name, condition in FATES.items()}
        lines = (
            rows.order_by()
            .values(*LINES[by], line=F(PATHS[by]))
            .annotate(**counts, due=Count("pk"))
            .order_by(*LINES[by], "line")
        )
        return [_line(line, by, filters) for line in lines]


def _line(line, by, filters):
    """What is ahead or called off is neither kept nor broken."""
    over = line["kept"] + line["late"] + line["broken"]
    period = {name: filters[name].isoformat() for name in ("since", "until") if filters[name]}
    return {
        **line,
        "name": " ".join(filter(None, (line[each] for each in LINES[by]))),
        "share": round(100 * line["kept"] / over, 1) if over else None,
        "key": {**period, by: line["line"]},
    }
