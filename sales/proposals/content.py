"""What a person offers, before it is priced; and what it costs."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from catalog import wording
from catalog.allowed import allowed
from catalog.costing import Deal as Sale
from catalog.costing import deal_of
from catalog.policy import Allowance
from catalog.pricing import MissingPrice, Tariff
from catalog.tariffs import tariff_on
from core.errors import Refused
from core.money import ZERO
from orders.work_orders.pricing import LineContent, PricedLine, promised_of, quoted
from orders.work_orders.promise import Promise
from orders.work_orders.wanted import HandPrice
from sales.proposals.models import Part


@dataclass(frozen=True)
class OfferedLine:
    content: LineContent
    part: str = Part.FIXED
    group: int = 0
    key: int | None = None  # of the line that it continues; None: a new one


@dataclass(frozen=True)
class ProposalContent:
    title: str
    text: str
    lines: tuple[OfferedLine, ...]
    valid_until: date
    terms: str = ""
    discount_percent: Decimal = Decimal(0)
    person: Any = None
    deal: Any = None
    reason: str = field(default="", compare=False)  # why a decision is asked for


def counted(lines: Iterable) -> list[bool]:
    """Of each line whether it is in the sum until the client chooses otherwise: options are not,
    of alternatives the first one is."""
    seen, found = set(), []
    for line in lines:
        is_first = line.part == Part.ALTERNATIVE and line.group not in seen
        seen.add(line.group)
        found.append(line.part == Part.FIXED or is_first)
    return found


@dataclass(frozen=True)
class Reckoned:
    lines: tuple[PricedLine, ...]
    taken: tuple[bool, ...]
    tariff: Tariff
    promise: Promise
    sale: Sale
    allowance: Allowance | None

    @property
    def total(self) -> Decimal:
        return sum((line.quote.total for line in self.counting), ZERO)

    @property
    def counting(self) -> list[PricedLine]:
        return [line for line, is_taken in zip(self.lines, self.taken, strict=True) if is_taken]

    @property
    def by_hand(self) -> list[HandPrice]:
        return [
            HandPrice(
                line.title,
                line.quote.quantity,
                line.content.hand_price,
                line.quote.calculated_price,
            )
            for line in self.lines
            if line.content.hand_price is not None
        ]


def reckon(lines, client, *, on: date, discount_percent) -> Reckoned:
    """The same calculation, policy and promised date as of an order."""
    tariff = tariff_on(on, client.price_level)
    discounts = {"client_discount": client.discount_percent, "order_discount": discount_percent}
    try:
        priced = quoted([line.content for line in lines], tariff, **discounts)
    except MissingPrice as missing:
        raise Refused(wording.missing_price(missing)) from None
    taken = tuple(counted(lines))
    counting = [line for line, is_taken in zip(priced, taken, strict=True) if is_taken]
    sale = deal_of([line.sold for line in counting], tariff, order_discount=discount_percent)
    promise, allowance = promised_of(counting), allowed(client, sale, tariff)
    return Reckoned(priced, taken, tariff, promise, sale, allowance)
