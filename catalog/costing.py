"""What a priced line costs the firm, and what is left of its price. Pure: no database, no clock.

Material: the rectangle a piece is cut from, in m², times the waste factor and the purchase price
of a square metre; of the client's own material nothing. Processing: what is used up or paid
outside for it (film, tempering) per unit. Goods and services: their purchase price. Work: minutes
by the norms of time at the cost of an hour. Margin = (sum without VAT - cost) / sum without VAT.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import NamedTuple

from catalog.geometry import bounding_area_m2
from catalog.norms import route
from catalog.pricing import Tariff
from catalog.pricing.calculation import product_count, work_counts
from catalog.spec import LineSpec
from core.money import ZERO, kopecks

HUNDRED = Decimal(100)
TENTH = Decimal("0.1")


class Cost(NamedTuple):
    material: Decimal
    work: Decimal
    unknown: tuple[str, ...] = ()  # names of what has no purchase price; empty: an hour of work

    @property
    def total(self) -> Decimal:
        return self.material + self.work


class Sold(NamedTuple):
    """A line and what it brings without VAT; no discount touches a price by hand."""

    spec: LineSpec
    net: Decimal
    is_by_hand: bool = False


def cost_of(spec: LineSpec, tariff: Tariff) -> Cost:
    material, unknown = _bought(spec, tariff)
    costs = tariff.costs
    minutes = sum(load.minutes for load in route(spec, costs.norms, tariff.assortment))
    if minutes and costs.work_hour is None:
        unknown = (*unknown, "")
    work = kopecks(Decimal(minutes) * (costs.work_hour or 0) / 60)
    return Cost(kopecks(material * spec.quantity), work, unknown)


def _bought(spec, tariff):
    bought = tariff.costs.bought
    target, count = _item(spec, tariff)
    facts = tariff.assortment.item(spec.kind, spec.item)
    price = ZERO if spec.own_material else bought.get((target, spec.item))
    unknown = (facts.name,) if price is None else ()
    material = count * (price or 0)
    for work in spec.works:
        counts = work_counts(work, spec, tariff.assortment.processings[work.processing])
        used = bought.get(("processing", work.processing)) or 0
        material += sum(count for count, _width, _curved in counts) * used
    return material, unknown


def _item(spec, tariff):
    if spec.is_sheet:
        return "material", bounding_area_m2(spec)
    if spec.is_made:
        return "glass_class", bounding_area_m2(spec)
    return "product", product_count(spec, tariff.assortment.products[spec.item])


@dataclass(frozen=True)
class Deal:
    """The lines of an order together, without VAT. `before` is what they bring without the discount
    of the order, of which `by_hand` no discount is taken from; `net` with it."""

    before: Decimal
    by_hand: Decimal
    net: Decimal
    cost: Decimal
    unknown: tuple[str, ...] = ()
    floor: Decimal | None = None

    @property
    def is_known(self) -> bool:
        return not self.unknown and self.before > 0

    @property
    def margin(self) -> Decimal | None:
        return margin_percent(self.net, self.cost) if self.is_known else None

    @property
    def margin_before(self) -> Decimal | None:
        return margin_percent(self.before, self.cost) if self.is_known else None

    @property
    def most_discount(self) -> Decimal | None:
        """With which the margin is still at the threshold; None where nothing limits it."""
        if self.floor is None or not self.is_known:
            return None
        discounted = self.before - self.by_hand
        if discounted <= 0:
            return ZERO
        least = self.cost / (1 - self.floor / HUNDRED) - self.by_hand
        percent = (1 - least / discounted) * HUNDRED
        return max(percent.quantize(TENTH, ROUND_FLOOR), ZERO)


def margin_percent(net: Decimal, cost: Decimal) -> Decimal | None:
    return ((net - cost) / net * HUNDRED).quantize(TENTH) if net > 0 else None


def deal_of(lines: Iterable[Sold], tariff: Tariff, *, order_discount=0) -> Deal:
    """`order_discount` is what the lines are priced with; what they were before it is found to
    within the rounding of prices."""
    left = 1 - Decimal(order_discount) / HUNDRED
    before = by_hand = net = cost = ZERO
    unknown = {}
    for line in lines:
        net += line.net
        if line.is_by_hand:
            by_hand += line.net
        before += line.net if line.is_by_hand or left <= 0 else line.net / left
        spent = cost_of(line.spec, tariff)
        cost += spent.total
        unknown |= dict.fromkeys(spent.unknown)
    return Deal(kopecks(before), by_hand, net, cost, tuple(unknown), tariff.costs.margin_floor)
