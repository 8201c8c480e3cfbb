"""Clients by what has become of them since they were registered: shared out, worked, won."""

from urllib.parse import urlencode

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.lists import ClientList
from clients.reports.base import ByClients
from core import clock
from core.lists import Chip, Empty, list_page
from core.reports import Chart, Column, Link, report
from interactions.models import Interaction

RIGHT = "interactions.view_interaction"


def with_work(clients):
    """`is_worked`: somebody has spoken to them."""
    said = Interaction.objects.contacts().filter(client=OuterRef("pk"))
    return clients.annotate(is_worked=Exists(said))


# What a report counts and a chip of the same name lists, each client in one of them.
FATES = {
    "untouched": Q(summary__orders_count=0, is_worked=False),
    "worked": Q(summary__orders_count=0, is_worked=True),
    "won": Q(summary__orders_count__gt=0),
}
LABELS = {
    "untouched": pgettext_lazy("potential clients", "Nobody has spoken to them"),
    "worked": pgettext_lazy("potential clients", "Being worked"),
    "won": pgettext_lazy("potential clients", "Have ordered"),
}


def _narrowed(code):
    return lambda rows, user: rows.filter(FATES[code])


@list_page
class PotentialClientList(ClientList):
    code = "potential"
    title = _("Clients being won")
    right = RIGHT
    url_name = "interactions:potential"
    has_way_back = False
    chips = (
        Chip("mine", pgettext_lazy("clients", "Mine"), lambda rows, user: rows.mine(user)),
        *(Chip(code, label, _narrowed(code)) for code, label in LABELS.items()),
    )
    empty = Empty(
        _("No clients yet"), _("A client is registered with name and phone, also from an order.")
    )

    def rows(self):
        return with_work(super().rows().buying())


def listed(code=""):
    def link(row, filters):
        if not row[code or "clients"] or row["key"] is None:
            return None
        query = {**row["key"], "chip": code} if code else row["key"]
        return f"{reverse('interactions:potential')}?{urlencode(query)}"

    return link


@report
class ConversionReport(ByClients):
    code = "conversion"
    title = _("Potential clients won")
    basis = _(
        "Clients registered in the period, as they stand today: how many somebody has spoken to, "
        "and how many have ordered."
    )
    right = RIGHT
    icon = "filter"
    figures = {
        "clients": Count("pk"),
        **{code: Count("pk", filter=where) for code, where in FATES.items()},
    }
    columns = (
        Column("name", pgettext_lazy("report", "What")),
        Column("clients", pgettext_lazy("list", "Clients"), "number", link=listed()),
        *(Column(code, label, "number", link=listed(code)) for code, label in LABELS.items()),
        Column("conversion", _("Conversion"), "percent"),
    )
    chart = Chart("bar", "name", ("untouched", "worked", "won"))
    links = (Link(_("Clients being won"), "interactions:potential", "users", RIGHT),)
    order = 32

    @staticmethod
    def defaults(user):
        today = clock.today()
        since = today.replace(year=today.year - 1, day=1)
        return {"by": "responsible", "since": since.isoformat(), "until": today.isoformat()}

    def counted(self, clients):
        return with_work(clients)

    def rows(self, filters):
        for line in super().rows(filters):
            share = round(100 * line["won"] / line["clients"], 1) if line["clients"] else None
            yield {**line, "conversion": share}
