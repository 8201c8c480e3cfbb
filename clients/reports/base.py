from calendar import monthrange
from datetime import date, timedelta
from urllib.parse import urlencode

from django import forms
from django.db.models import Count, Q
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import TruncMonth
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from clients import actions
from clients.models import Client, Segment
from clients.relation import Relation, state
from company import own_fields
from company.models import OwnField
from core import clock
from core.reports import Chart, Column, PeriodForm, Report, report

SEE = "clients.view_client"
OWN = "own."
NAMES = {
    "kind": ("kind",),
    "ad_source": ("ad_source__name",),
    "region": ("region__name",),
    "responsible": ("responsible__last_name", "responsible__first_name"),
    "relation": ("relation",),
}
WORDS = {"kind": dict(Client.Kind.choices), "relation": dict(Relation.choices)}


def listed(relation=""):
    """The clients behind a figure: the line's filter, and the relation state of the column."""

    def link(row, filters):
        if not row[relation or "clients"] or row["key"] is None:
            return None
        narrowed = {"relation": relation} if relation else {}
        return f"{reverse('clients:index')}?{urlencode(row['key'] | narrowed | CLIENTS)}"

    return link


CLIENTS = {"chip": "clients"}
FIGURES = {"clients": Count("pk", distinct=True)} | {
    each.value: Count("pk", filter=Q(relation=each)) for each in Relation
}


class BaseForm(PeriodForm):
    by = forms.ChoiceField(
        label=gettext_lazy("Counted by"),
        choices=[
            ("kind", gettext_lazy("Kind")),
            ("segment", gettext_lazy("Segment")),
            ("ad_source", gettext_lazy("Ad source")),
            ("region", gettext_lazy("Region")),
            ("responsible", gettext_lazy("Manager")),
            ("relation", gettext_lazy("Relation state")),
            ("month", gettext_lazy("Month of the first contact")),
        ],
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        chosen = OwnField.objects.of(Client).active().filter(kind=OwnField.Kind.CHOICE)
        own = [(f"{OWN}{field.code}", field.label) for field in chosen]
        self.fields["by"].choices = [*self.fields["by"].choices, *own]


class ByClients(Report):
    """Clients counted by what they are, by the day of registration: `figures` of `counted`."""

    right = SEE
    form_class = BaseForm
    figures: dict

    @staticmethod
    def defaults(user):
        return {"by": "kind"}

    def counted(self, clients):
        return clients

    def rows(self, filters):
        period = clock.during("created_at", filters["since"], filters["until"])
        seen = Client.objects.visible_to(self.user).buying().filter(**period)
        counted = self.counted(seen).order_by()
        by = filters["by"] or "kind"
        if by.startswith(OWN):
            return self._by_own(counted, by, filters)
        if by == "segment":
            return self._by_segment(counted, filters)
        if by == "month":
            month = TruncMonth("created_at", tzinfo=get_default_timezone())
            lines = counted.values(month=month).annotate(**self.figures).order_by("month")
            return [_of_month(line, filters) for line in lines]
        names = NAMES[by]
        lines = counted.values(*{by, *names}).annotate(**self.figures).order_by(*names, by)
        return [_line(line, by, filters) for line in lines]

    def _by_own(self, clients, code, filters):
        asked = [each for each in own_fields.fields_of(Client) if f"{OWN}{each.code}" == code]
        if not asked or not self.user.sees_field(code):
            return []
        answer = KeyTextTransform(asked[0].code, "own")
        lines = clients.values(said=answer).annotate(**self.figures).order_by("said")
        return [_of_answer(line, asked[0], filters) for line in lines]

    def _by_segment(self, clients, filters):
        for segment in Segment.objects.visible_to(self.user).order_by("folded_name", "pk"):
            inside = actions.clients_of(segment).order_by().values("pk")
            figures = clients.filter(pk__in=inside).aggregate(**self.figures)
            key = {**_period(filters), "segment": segment.pk}
            yield {**figures, "name": segment.name, "key": key}


@report
class ClientBaseReport(ByClients):
    code = "client_base"
    title = gettext_lazy("The client base")
    basis = gettext_lazy(
        "Clients as they are today, by the day of registration; suppliers and partners who buy "
        "nothing are left out. A client may be in several segments."
    )
    icon = "users"
    figures = FIGURES
    columns = (
        Column("name", pgettext_lazy("report", "What")),
        Column("clients", pgettext_lazy("list", "Clients"), "number", link=listed()),
        *(Column(each.value, each.label, "number", link=listed(each.value)) for each in Relation),
    )
    chart = Chart("bar", "name", ("clients",))
    order = 30

    def counted(self, clients):
        return clients.annotate(relation=state())


def _line(line, by, filters):
    words = WORDS.get(by, {})
    said = [str(words.get(line[name], line[name])) for name in NAMES[by] if line[name]]
    value = "null" if line[by] is None else line[by]
    return {
        **line,
        "name": " ".join(said) or _("Not known"),
        "key": {**_period(filters), by: value},
    }


def _of_answer(line, field, filters):
    """Who has not answered, or not by one of the offered answers, cannot be asked for in a list."""
    said, key = line["said"], None
    if said in field.options:
        key = {**_period(filters), own_fields.name_of(field): said}
    return {**line, "name": said or _("Not known"), "key": key}


def _period(filters):
    return {name: filters[name].isoformat() for name in ("since", "until") if filters[name]}


def _of_month(line, filters):
    """A month that the period cuts is counted, and listed, within the period."""
    first = line["month"].date()
    since, until = max(first, filters["since"] or first), _last(first)
    until = min(until, filters["until"] or until)
    key = {"since": since.isoformat(), "until": until.isoformat()}
    return {**line, "name": date_format(first, "YEAR_MONTH_FORMAT"), "key": key}


def _last(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])


def _came(row, filters):
    return _list_of({"since": row["since"].isoformat(), "until": row["until"].isoformat()})


def _all(row, filters):
    return _list_of({"until": row["until"].isoformat()})


def _list_of(key):
    return f"{reverse('clients:index')}?{urlencode(key | CLIENTS)}"


@report
class BaseGrowthReport(Report):
    code = "base_growth"
    title = gettext_lazy("Growth of the client base")
    basis = gettext_lazy(
        "How many clients there were at the end of each month, and on the last day of the period, "
        "by the day of registration."
    )
    right = SEE
    icon = "chart-line"
    columns = (
        Column("name", gettext_lazy("Month")),
        Column("came", gettext_lazy("New clients"), "number", link=_came),
        Column("clients", gettext_lazy("Clients at the end"), "number", link=_all),
        Column("growth", gettext_lazy("Growth"), "percent"),
    )
    chart = Chart("line", "name", ("clients",))
    order = 31

    @staticmethod
    def defaults(user):
        today = clock.today()
        return {
            "since": today.replace(year=today.year - 1, day=1).isoformat(),
            "until": today.isoformat(),
        }

    def rows(self, filters):
        since, until = filters["since"], filters["until"] or clock.today()
        clients = Client.objects.visible_to(self.user).buying().order_by()
        if since is None:
            first = clients.order_by("created_at").first()
            since = first.created_at.astimezone(get_default_timezone()).date() if first else until
        before = clients.filter(created_at__lt=clock.midnight(since)).count()
        for month, came in _by_month(clients, since, until).items():
            now = before + came
            yield {
                "name": date_format(month, "YEAR_MONTH_FORMAT"),
                "since": max(month, since),
                "until": min(_last(month), until),
                "came": came,
                "clients": now,
                "growth": round(100 * came / before, 1) if before else None,
            }
            before = now


def _by_month(clients, since, until) -> dict[date, int]:
    """Every month of the period, also one in which nobody came."""
    month = TruncMonth("created_at", tzinfo=get_default_timezone())
    period = clock.during("created_at", since, until)
    found = clients.filter(**period).values(month=month).annotate(came=Count("pk"))
    came = {line["month"].date(): line["came"] for line in found}
    months, first = {}, since.replace(day=1)
    while first <= until:
        months[first] = came.get(first, 0)
        first = _last(first) + timedelta(days=1)
    return months
