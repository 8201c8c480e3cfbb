"""What is ordered: a few hundred baskets, priced by the product itself and written as COPY text."""

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from bench.copying import plain
from core import clock
from crm.demo import wares
from orders.models import Position
from orders.work_orders.positions import position_of
from orders.work_orders.pricing import LineContent, price

# What the price calculation has written of a position; the rest is its life.
WRITTEN = ["kind", "title", "spec", "width_mm", "height_mm", "quantity", "unit_price", "total",
           "vat_sum", "explanation", "overridden", "weight_kg", "note", "goes_to_shop"]  # fmt: skip


@dataclass(frozen=True)
class Ware:
    text: str
    goes_to_shop: bool
    route: list[tuple[str, int]]  # stage code, minutes


@dataclass(frozen=True)
class Basket:
    total: Decimal
    vat_percent: Decimal | None
    wares: list[Ware]


def baskets(wanted: int) -> list[Basket]:
    chance = Random("baskets")
    return [_basket(wares.choose(chance, firm=place % 9 == 0)) for place in range(wanted)]


def _basket(specs):
    lines = [LineContent(spec) for spec in specs]
    priced = price(lines, on=clock.today(), price_level="retail")
    return Basket(priced.total, priced.vat_percent, [_ware(line) for line in priced.lines])


def _ware(line):
    position: Position = position_of(None, 1, line)
    text = "\t".join(plain(getattr(position, name)) for name in WRITTEN)
    return Ware(text, position.goes_to_shop, [(load.stage, load.minutes) for load in line.route])
