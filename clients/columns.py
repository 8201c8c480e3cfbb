"""What the list of clients shows of each, and what it shows to those who choose it."""

from functools import cache

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.models import RelationRules
from clients.relation import state_of
from company import own_fields
from core import clock
from core.lists import Column


def shown(figure):
    """A client who has not ordered yet has an empty cell instead of a nought."""
    return lambda row: getattr(row.summary, figure) or None


def figure(code, label, kind, sort=""):
    """A column of the one row of figures that every client has: it is sorted by from an index."""
    return Column(code, label, shown(code), kind, f"summary__{sort or code}", falls=True)


def own_column(field):
    def said(row):
        value = row.own.get(field.code)
        return "" if value is None else own_fields.words(field, value)

    return Column(f"own.{field.code}", field.label, said, on_phone="hidden", optional=True)


def relation_column():
    """Of one list: the rules of today are asked for once, and only where the column stands."""
    rules = cache(lambda: RelationRules.objects.on(clock.today()))

    def said(row):
        return state_of(row.summary, rules()).label if row.is_client else ""

    return Column("relation", _("Relation state"), said, "short", on_phone="hidden", optional=True)


COLUMNS = (
    Column("name", _("Name"), kind="name", sort="folded_name"),
    Column("phone", _("Phone"), "main_phone.e164", kind="phone", on_phone="plain"),
    Column(
        "kind",
        _("Kind"),
        lambda row: row.get_kind_display(),
        "short",
        on_phone="hidden",
        optional=True,
    ),
    Column("ad_source", _("Ad source"), "ad_source.name", "short", on_phone="hidden"),
    Column("region", _("Region"), "region.name", on_phone="hidden", optional=True),
    Column("responsible", _("Manager"), "responsible.short_name", "short"),
    figure("orders_count", pgettext_lazy("figure", "Orders"), "number"),
    figure("ordered_sum", pgettext_lazy("figure", "Ordered"), "money"),
    figure("debt_sum", pgettext_lazy("figure", "Debt"), "money"),
    figure("last_order_at", _("Last order"), "date", "last_order_sort"),
    Column("created_at", pgettext_lazy("client", "Registered"), kind="date", sort="created_at"),
    Column(
        "completeness",
        _("Completeness, %"),
        "summary.completeness",
        "number",
        on_phone="hidden",
        optional=True,
    ),
)
