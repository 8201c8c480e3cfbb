"""The price list as its pages show it: each item with the prices of a day and those to come."""

from datetime import date, timedelta
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from catalog.models import (
    Material,
    Price,
    Processing,
    Product,
    PurchasePrice,
    StainedGlassClass,
)
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


class Bought(NamedTuple):
    item: object
    price: PurchasePrice | None
    coming: PurchasePrice | None  # the next one


def bought_on(group: Group, day) -> list[Bought]:
    """What the firm pays for everything of a group, in three queries."""
    prices = PurchasePrice.objects.of_group(group.target)
    current = _one_each(group, prices.valid_on(day))
    coming = _one_each(group, prices.coming_after(day).reverse())
    items = group.model.objects.active().order_by(*group.model._meta.ordering, "pk")
    return [Bought(each, current.get(each.pk), coming.get(each.pk)) for each in items]


def _one_each(group, prices):
    return {getattr(price, f"{group.target}_id"): price for price in prices}


class BoughtPrice(NamedTuple):
    price: PurchasePrice
    until: date | None
    is_in_force: bool
    is_to_come: bool
    may_be_removed: bool


def bought_for(group: Group, item, day) -> list[BoughtPrice]:
    """All purchase prices that the item will have, has and had."""
    found, until, is_known = [], None, False
    for price in PurchasePrice.objects.of_item(group.target, item).order_by("-valid_from"):
        is_to_come = price.valid_from > day
        is_in_force = not is_to_come and not is_known
        is_known |= is_in_force
        may = price.valid_from >= day
        found.append(BoughtPrice(price, until, is_in_force, is_to_come, may))
        until = price.valid_from - timedelta(days=1)
    return found


class Edit(NamedTuple):
    at: object
    by: str
    amount: object
    valid_from: object


EDITS_SHOWN = 20


def edits(group: Group, item, model=Price) -> list[Edit]:
    """Who entered what, from the trace that the database keeps."""
    events = (
        model.pgh_event_model.objects.filter(**{group.target: item})
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
