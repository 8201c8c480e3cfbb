"""Plan against fact: the sums of accepted orders, added up as the report of sales adds them."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Sum

from core.money import ZERO
from orders.sold.counted import FIRST, GROUP, MONTH, added_up
from sales.models import PlanLine, SalesPlan
from sales.plan.models import Clientele

CLIENTELE = "clientele"
# By what the plan is cut → the column of orders that says the same.
FACT_OF = {"manager": "manager", GROUP: GROUP, CLIENTELE: FIRST, MONTH: MONTH}


def last_day(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])


def back(first: date, months: int) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 - months, 12)
    return date(year, month + 1, 1)


def percent_of(part, whole) -> Decimal | None:
    return (Decimal(part) * 100 / whole).quantize(Decimal("0.1")) if whole else None


def knows(plan: SalesPlan | None, cut: str) -> bool:
    """Whether the plan is divided by this at all."""
    if plan is None:
        return False
    return {GROUP: plan.by_group, CLIENTELE: plan.by_clientele}.get(cut, True)


def planned(user, plan, cut, *, month=None, manager=None) -> dict:
    """By value of the cut, or by number of the month. One query."""
    if not knows(plan, cut):
        return {}
    lines = PlanLine.objects.visible_to(user).filter(plan=plan)
    if month:
        lines = lines.filter(month=month.month)
    if manager:
        lines = lines.filter(manager=manager)
    return dict(lines.order_by().values_list(cut).annotate(Sum("amount")))


def came(user, since, until, cut, **narrowed) -> dict:
    """The same of what was sold between two days. One query."""
    lines = added_up(user, since, until, [FACT_OF[cut]], **narrowed)
    return {_value(cut, line[FACT_OF[cut]]): line["sum"] for line in lines}


def _value(cut, found):
    return Clientele.of(found) if cut == CLIENTELE else found


@dataclass(frozen=True)
class Difference:
    """Of one manager, or of all, in a month."""

    planned: Decimal
    sold: Decimal

    @property
    def sum(self):
        return self.sold - self.planned

    @property
    def percent(self):
        return percent_of(self.sold, self.planned)


def difference(user, month: date, manager: int) -> Difference:
    plan = SalesPlan.objects.in_force(month.year)
    wanted = planned(user, plan, "manager", month=month, manager=manager).get(manager, ZERO)
    found = came(user, month, last_day(month), "manager", manager=manager).get(manager, ZERO)
    return Difference(wanted, found)


def by_month(user, since: date, until: date, **narrowed) -> dict[date, Decimal]:
    return came(user, since, until, MONTH, **narrowed)
