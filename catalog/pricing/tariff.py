"""Prices and rules of one date and one price level."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from catalog.assortment import Assortment
from catalog.norms import NormFacts
from core.money import KOPECK


class MissingPrice(Exception):
    def __init__(self, name, on, thickness_mm=None, width_mm=None, curved=False):
        self.name, self.on = name, on
        self.thickness_mm, self.width_mm, self.curved = thickness_mm, width_mm, curved
        super().__init__(name, thickness_mm, width_mm, curved)


@dataclass(frozen=True)
class Rate:
    amount: Decimal
    thickness_mm: int | None = None
    width_to_mm: int | None = None
    curved: bool = False

    def fits(self, thickness_mm, width_mm, curved) -> bool:
        return (
            self.thickness_mm in (None, thickness_mm)
            and (self.width_to_mm is None or self.width_to_mm >= (width_mm or 0))
            and self.curved == curved
        )

    def closeness(self):
        """The exact thickness wins, then the narrowest width that still covers the asked one."""
        return (self.thickness_mm is None, self.width_to_mm or 10**9)


@dataclass(frozen=True)
class Policy:
    minimum_area_m2: Decimal = Decimal(0)
    minimum_line_amount: Decimal = Decimal(0)
    figured_factor: Decimal = Decimal("1.3")
    sketch_factor: Decimal = Decimal("1.5")
    oversize_from_mm: int | None = None
    oversize_percent: Decimal = Decimal(0)
    rounding_step: Decimal = KOPECK
    rounding_up: bool = False
    vat_percent: Decimal | None = None
    vat_included: bool = True

    def rounded(self, amount: Decimal, step: Decimal) -> Decimal:
        mode = ROUND_CEILING if self.rounding_up else ROUND_HALF_UP
        return (amount / step).to_integral_value(mode) * step


@dataclass(frozen=True)
class UrgencyFacts:
    code: str
    name: str
    factor: Decimal


@dataclass(frozen=True)
class Costs:
    """Purchase prices by (target, code), waste included; None where nobody has said it. Without
    `work_hour` or a purchase price a margin is not known; a processing that uses nothing up has
    none."""

    bought: Mapping[tuple[str, str], Decimal | None] = field(default_factory=dict)
    work_hour: Decimal | None = None
    margin_floor: Decimal | None = None  # the profitability threshold, in per cent
    norms: tuple[NormFacts, ...] = ()


@dataclass(frozen=True)
class Tariff:
    """Prices of one date and one price level. `quantity_discounts` are (from quantity, percent)."""

    on: date
    assortment: Assortment
    rates: Mapping[tuple[str, str], tuple[Rate, ...]]
    policy: Policy = Policy()
    urgencies: Mapping[str, UrgencyFacts] = field(default_factory=dict)
    quantity_discounts: tuple[tuple[int, Decimal], ...] = ()
    costs: Costs = Costs()
    rules: tuple = ()  # catalog.policy.RuleFacts, of all days

    def rate(self, target, code, *, name="", thickness_mm=None, width_mm=None, curved=False):
        """`target` is material, processing, glass_class or product."""
        fitting = [
            rate
            for rate in self.rates.get((target, code), ())
            if rate.fits(thickness_mm, width_mm, curved)
        ]
        if not fitting:
            raise MissingPrice(name or code, self.on, thickness_mm, width_mm, curved)
        return min(fitting, key=Rate.closeness).amount
