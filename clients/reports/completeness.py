"""How complete the cards are: by manager and by what is missing. Each figure opens the rows to be
filled in."""

from urllib.parse import urlencode

from django import forms
from django.db.models import Avg, Count, F, Func, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy, pgettext_lazy

from clients.models import Client, EntryRule
from clients.regulation import asked_for
from core.reports import Chart, Column, Report, report

SEE = "clients.view_client"
LACK = Q(summary__completeness__lt=100)


def _to_fill(row, filters):
    return f"{reverse('clients:gaps')}?{urlencode(row['key'])}" if row["gaps"] else None


def _clients(row, filters):
    key = {"chip": "clients", **row["key"]}
    return f"{reverse('clients:index')}?{urlencode(key)}" if row["clients"] else None


class NothingToChoose(forms.Form):
    pass


@report
class CompletenessByManager(Report):
    code = "completeness"
    title = gettext_lazy("Completeness of cards by manager")
    basis = gettext_lazy(
        "Clients as they are today. The share of what the entry regulation asks for that is given."
    )
    right = SEE
    icon = "list-check"
    form_class = NothingToChoose
    columns = (
        Column("name", gettext_lazy("Manager")),
        Column("clients", pgettext_lazy("list", "Clients"), "number", True, _clients),
        Column("gaps", gettext_lazy("With gaps"), "number", True, _to_fill),
        Column("share", gettext_lazy("Completeness, %"), "number"),
    )
    chart = Chart("bar", "name", ("share",))
    order = 32

    def rows(self, filters):
        counted = Client.objects.visible_to(self.user).buying().order_by()
        names = ("responsible__last_name", "responsible__first_name")
        lines = counted.values("responsible", *names).annotate(
            clients=Count("pk"),
            gaps=Count("pk", filter=LACK),
            share=Avg("summary__completeness"),
        )
        for line in lines.order_by("share", *names):
            yield {
                **line,
                "name": " ".join(filter(None, (line[name] for name in names))),
                "share": round(line["share"], 1),
                "key": {"responsible": line["responsible"]},
            }


@report
class CompletenessByField(Report):
    code = "completeness_by_field"
    title = gettext_lazy("Completeness of cards by field")
    basis = gettext_lazy("Of how many clients it is due by the entry regulation, and not given.")
    right = SEE
    icon = "list-details"
    form_class = NothingToChoose
    columns = (
        Column("name", gettext_lazy("What is due")),
        Column("clients", gettext_lazy("Due of clients"), "number"),
        Column("gaps", gettext_lazy("Not given"), "number", link=_to_fill),
        Column("share", gettext_lazy("Given, %"), "number"),
    )
    chart = Chart("bar", "name", ("share",))
    order = 33

    def rows(self, filters):
        clients = Client.objects.visible_to(self.user).buying().order_by()
        due, missing = self._due(clients), _missing(clients)
        for code, label in asked_for(self.user):
            count, gaps = due.get(code, 0), missing.get(code, 0)
            yield {
                "name": str(label),
                "clients": count,
                "gaps": gaps,
                "share": round(100 * (count - gaps) / count, 1) if count else None,
                "key": {"field": code},
            }

    def _due(self, clients) -> dict[str, int]:
        """One pass over the clients, with a count for each line of the regulation."""
        rules = list(EntryRule.objects.all())
        reached = {
            f"rule_{rule.pk}": Count(
                "pk",
                filter=Q(
                    kind=rule.kind, sector=rule.sector, summary__orders_count__gte=rule.orders_from
                ),
            )
            for rule in rules
        }
        counts = clients.aggregate(**reached) if rules else {}
        due = {}
        for rule in rules:
            due[rule.attribute] = due.get(rule.attribute, 0) + counts[f"rule_{rule.pk}"]
        return due


def _missing(clients) -> dict[str, int]:
    each = Func(F("summary__missing"), function="unnest")
    lines = clients.filter(LACK).annotate(code=each).values("code").annotate(count=Count("pk"))
    return dict(lines.values_list("code", "count"))
