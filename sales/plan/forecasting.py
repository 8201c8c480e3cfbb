"""The forecast of a manager's month: by itself, corrected, and what came."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.money import ZERO
from sales.models import Forecast
from sales.plan.grounds import Expected


@dataclass(frozen=True)
class Sums:
    """`reckoned` by itself, `said` by the manager where corrected."""

    reckoned_new: Decimal
    reckoned_regular: Decimal
    said_new: Decimal | None = None
    said_regular: Decimal | None = None

    @property
    def reckoned(self):
        return self.reckoned_new + self.reckoned_regular

    @property
    def new(self):
        return self.reckoned_new if self.said_new is None else self.said_new

    @property
    def regular(self):
        return self.reckoned_regular if self.said_regular is None else self.said_regular

    @property
    def total(self):
        return self.new + self.regular


def summed(lines: list[Expected], kept: Forecast | None) -> Sums:
    """A frozen forecast says what it said then."""
    if kept and kept.is_frozen:
        new, regular = kept.new_sum, kept.regular_sum
    else:
        sold = [each for each in lines if not each.is_money]
        new = sum((each.likely for each in sold if each.is_new), ZERO)
        regular = sum((each.likely for each in sold if not each.is_new), ZERO)
    said = (kept.adjusted_new, kept.adjusted_regular) if kept else (None, None)
    return Sums(new, regular, *said)


def awaited(lines: list[Expected]) -> Decimal:
    return sum((each.amount for each in lines if each.is_money), ZERO)


def month_of(text: str, default: date) -> date:
    """«2026-11» as typed in an address."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return default
