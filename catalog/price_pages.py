"""The price list as its pages show it: each item with the prices of a day and those to come."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from catalog.models import Material, Price, Processing, Product, StainedGlassClass
from company.models import Employee


class Group(NamedTuple):
    target: str
    model: type
    label: str


GROUPS = {
    "material": Group("material", Material, _("Materials")),
    "processing": Group("processing", Processing, _("Processings")),
    "glass_class": Group("glass_class", StainedGlassClass, _("Stained glass")),
    "product": Group("product", Product, _("Goods and services")),
}


class ItemPrices(NamedTuple):
    item: object
    current: list[Price]
    coming: list[Price]


def items_on(group: Group, day) -> list[ItemPrices]:
    """Three queries for any number of items."""
    current = _by_item(group, Price.objects.of_group(group.target).valid_on(day))
    coming = _by_item(group, Price.objects.of_group(group.target).coming_after(day))
    items = group.model.objects.active()
    return [ItemPrices(each, current.get(each.pk, []), coming.get(each.pk, [])) for each in items]


def _by_item(group, prices):
    found = {}
    for price in sorted(prices.select_related("level"), key=_place):
        found.setdefault(getattr(price, f"{group.target}_id"), []).append(price)
    return found


def _place(price):
    """The common price first, then by thickness, width and level."""
    own = price.level.ordering if price.level else -1
    return (
        price.thickness_mm or 0,
        price.width_to_mm or 10**9,
        price.curved,
        own,
        price.valid_from,
    )


class History(NamedTuple):
    current: list[Price]
    coming: list[Price]
    past: list[Price]


def history(group: Group, item, day) -> History:
    """All prices that the item has, will have and had."""
    prices = sorted(Price.objects.of_item(group.target, item), key=_place)
    current = set(Price.objects.of_item(group.target, item).valid_on(day))
    return History(
        [price for price in prices if price in current],
        [price for price in prices if price.valid_from > day],
        [price for price in prices if price.valid_from <= day and price not in current],
    )


class Edit(NamedTuple):
    at: object
    by: str
    amount: object
    valid_from: object


EDITS_SHOWN = 20


def edits(group: Group, item) -> list[Edit]:
    """Who entered what, from the trace that the database keeps."""
    events = (
        Price.pgh_event_model.objects.filter(**{group.target: item})
        .select_related("pgh_context")
        .order_by("-pgh_id")[:EDITS_SHOWN]
    )
    names = {str(each.pk): each.short_name for each in Employee.objects.filter(pk__in=_who(events))}
    return [
        Edit(
            event.pgh_created_at,
            names.get(str(_user(event)), ""),
            event.amount,
            event.valid_from,
        )
        for event in events
    ]


def _user(event):
    return event.pgh_context.metadata.get("user") if event.pgh_context else None


def _who(events):
    return [pk for pk in map(_user, events) if pk]
