"""How the price of a piece depends on the quantity, all else equal.

Two rules keep the total from ever falling while the quantity grows:
- the first piece costs at least the minimum price of a line, unless more pieces share it;
- when a quantity discount begins, the price of a piece falls only so far that the total is not
  below the total of one piece fewer. So total(q) >= total(q - 1) for every q.
"""

from dataclasses import dataclass
from decimal import Decimal

from catalog.geometry import up
from catalog.spec import LineSpec
from core.money import KOPECK, share

from .quote import Row, total_of
from .tariff import Tariff


@dataclass(frozen=True)
class Prices:
    before: Decimal
    spec: LineSpec
    tariff: Tariff
    discounts: tuple[Decimal, ...]

    @property
    def steps(self):
        return sorted(self.tariff.quantity_discounts) if self.spec.is_made else []

    @property
    def minimum(self) -> Decimal:
        return self.tariff.policy.minimum_line_amount if self.spec.is_made else Decimal(0)

    @property
    def step(self) -> Decimal:
        return self.tariff.policy.rounding_step if self.spec.is_made else KOPECK

    def rows_down(self, quantity) -> list[Row]:
        """Quantity, client and order discount, then VAT where prices stand without it."""
        percents = zip(
            ("quantity_discount", "client_discount", "order_discount"),
            (self._percent(quantity), *self.discounts),
            strict=True,
        )
        rows, left = [], self.before
        for about, percent in percents:
            if percent:
                rows.append(Row(about, -share(left, percent), factor=percent))
                left += rows[-1].amount
        policy = self.tariff.policy
        if policy.vat_percent and not policy.vat_included:
            extra = share(left, policy.vat_percent)
            rows.append(Row("vat", extra, factor=policy.vat_percent))
        return rows

    def plain(self, quantity) -> Decimal:
        exact = self.before + total_of(self.rows_down(quantity))
        return self.tariff.policy.rounded(exact, self.step)

    def of(self, quantity) -> Decimal:
        starts = [1, *(start for start, _ in self.steps if 1 < start <= quantity)]
        total, price = self.minimum, Decimal(0)
        for start, following in zip(starts, (*starts[1:], quantity + 1), strict=True):
            price = self._within(start, following - 1, total)
            total = price * (following - 1)
        return price

    def _within(self, first, last, total) -> Decimal:
        """Inside one band of quantities the plain price is constant; it is caught up with soon."""
        plain = self.plain(first)
        for count in range(first, last + 1):
            if plain * count >= total:
                return plain
            price = up(total / count, self.step)
            total = price * count
        return price

    def _percent(self, quantity) -> Decimal:
        reached = [percent for start, percent in self.steps if start <= quantity]
        return reached[-1] if reached else Decimal(0)
