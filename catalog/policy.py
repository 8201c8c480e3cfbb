"""The discount policy: which row counts for a client and a deal. Pure: no database, no clock.

A row applies where the client is in its segment, has at least its value and the deal at least its
margin. Rows that name a segment go before rows for any client, also where they give less: what was
said of the few is meant. Among them the highest discount counts. The profitability threshold holds
whatever the row gives. A deferral is agreed for all deals to come, so only rows that ask for no
margin speak of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from catalog.costing import Deal
from company.deadlines.terms import Unit
from core.money import ZERO


@dataclass(frozen=True)
class RuleFacts:
    name: str
    segment: int | None = None
    figure: str = ""
    figure_from: Decimal | None = None
    margin_from: Decimal | None = None
    discount_percent: Decimal = ZERO
    deferral_days: int = 0
    deferral_unit: str = Unit.WORKING_DAYS
    valid_from: date = date.min


@dataclass(frozen=True)
class Standing:
    """What the policy asks of a client. Somebody who is not registered yet has neither."""

    segments: frozenset[int] = frozenset()
    figures: Mapping[str, Decimal] = field(default_factory=dict)
    own_percent: Decimal = ZERO  # the client's own discount, given besides


@dataclass(frozen=True)
class Allowance:
    """What may be given on an order, of which `percent` is left for the order itself."""

    rule: RuleFacts | None
    deal: Deal
    own_percent: Decimal = ZERO

    @property
    def whole(self) -> Decimal:
        return self.rule.discount_percent if self.rule else ZERO

    @property
    def besides_own(self) -> Decimal:
        return max(self.whole - self.own_percent, ZERO)

    @property
    def is_held_by_floor(self) -> bool:
        most = self.deal.most_discount
        return most is not None and most < self.besides_own

    @property
    def percent(self) -> Decimal:
        return self.deal.most_discount if self.is_held_by_floor else self.besides_own


@dataclass(frozen=True)
class Deferral:
    days: int = 0
    unit: str = Unit.WORKING_DAYS
    rule: RuleFacts | None = None

    def as_terms(self) -> dict:
        return {"deferral_days": self.days, "deferral_unit": self.unit}

    def covers(self, days: int, unit: str) -> bool:
        return length(days, unit) <= length(self.days, self.unit)


def length(days: int, unit: str) -> Decimal:
    """In calendar days: five working days are a week."""
    return Decimal(days) if unit == Unit.DAYS else Decimal(days) * 7 / 5


def allowance(rules: Iterable[RuleFacts], standing: Standing, deal: Deal) -> Allowance:
    fitting = [each for each in rules if _is_for(each, standing) and _has_margin(each, deal)]
    best = max(_narrowest(fitting), key=lambda each: each.discount_percent, default=None)
    return Allowance(best, deal, standing.own_percent)


def deferral(rules: Iterable[RuleFacts], standing: Standing) -> Deferral:
    fitting = [each for each in rules if _is_for(each, standing) and each.margin_from is None]
    best = max(_narrowest(fitting), key=_deferred, default=None)
    return Deferral(best.deferral_days, best.deferral_unit, best) if best else Deferral()


def _deferred(rule):
    return length(rule.deferral_days, rule.deferral_unit)


def _narrowest(fitting):
    return [each for each in fitting if each.segment is not None] or fitting


def _is_for(rule, standing):
    if rule.segment is not None and rule.segment not in standing.segments:
        return False
    return not rule.figure or standing.figures.get(rule.figure, ZERO) >= rule.figure_from


def _has_margin(rule, deal):
    if rule.margin_from is None:
        return True
    return deal.margin_before is not None and deal.margin_before >= rule.margin_from
