"""A manager's month among others: the last months, and the same ones of earlier years."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.money import ZERO
from sales.models import PlanLine, SalesPlan
from sales.plan.compared import back, by_month, last_day, percent_of

SHOWN = 6


@dataclass(frozen=True)
class AroundMonth:
    month: date
    planned: Decimal
    sold: Decimal
    year_before: Decimal
    two_years_before: Decimal

    @property
    def difference(self):
        return self.sold - self.planned

    @property
    def percent(self):
        return percent_of(self.sold, self.planned)


def months_around(user, month: date, manager: int) -> list[AroundMonth]:
    """The month and those before it; in three queries."""
    first = back(month, SHOWN - 1)
    sold = by_month(user, back(first, 24), last_day(month), manager=manager)
    planned = _planned(user, {first.year, month.year}, manager)
    months = [back(month, ago) for ago in range(SHOWN - 1, -1, -1)]
    return [
        AroundMonth(
            each,
            planned.get((each.year, each.month), ZERO),
            *(sold.get(back(each, years), ZERO) for years in (0, 12, 24)),
        )
        for each in months
    ]


def _planned(user, years, manager) -> dict:
    in_force = {}
    for plan in SalesPlan.objects.accepted().filter(year__in=years).order_by("number"):
        in_force[plan.year] = plan
    found = {}
    lines = PlanLine.objects.visible_to(user).filter(plan__in=in_force.values(), manager=manager)
    for year, month, amount in lines.values_list("plan__year", "month", "amount"):
        found[year, month] = found.get((year, month), ZERO) + amount
    return found
