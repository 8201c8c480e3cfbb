"""The rows of a plan: a manager, and what their plan is divided into."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.utils.formats import date_format

from catalog.models import ProductGroup
from company.models import Employee
from core import clock
from core.money import ZERO
from orders.models import WorkOrder
from sales.plan.lifecycle import CHANGE
from sales.plan.models import Clientele, PlanLine, SalesPlan

SELLS = "orders.accept_workorder"
MONTHS = range(1, 13)


class Row(NamedTuple):
    """The key of a row; None and "": not divided."""

    manager: int
    group: int | None = None
    clientele: str = ""

    def __str__(self):
        return f"{self.manager}-{self.group or 0}-{self.clientele}"

    @classmethod
    def read(cls, text: str) -> "Row | None":
        """As `str` has written it; None where it is nothing of ours."""
        manager, group, clientele = [*text.split("-"), "", "", ""][:3]
        if not (manager.isdecimal() and group.isdecimal() and clientele in Clientele.values):
            return None
        return cls(int(manager), int(group) or None, clientele)


@dataclass
class GridRow:
    key: Row
    manager: Employee
    group: ProductGroup | None
    cells: list[Decimal]

    @property
    def name(self):
        """What of the manager's plan it is; empty where it is not divided."""
        group = str(self.group) if self.group else ""
        to = str(Clientele(self.key.clientele).label) if self.key.clientele else ""
        return ", ".join(filter(None, [group, to]))

    @property
    def total(self):
        return sum(self.cells, ZERO)


@dataclass
class Grid:
    rows: list[GridRow]

    @property
    def columns(self) -> list[Decimal]:
        return [sum((row.cells[place] for row in self.rows), ZERO) for place in range(12)]

    @property
    def total(self):
        return sum(self.columns, ZERO)

    def of(self, key: Row) -> GridRow | None:
        return next((row for row in self.rows if row.key == key), None)

    def by_manager(self) -> list[tuple[Employee, list[GridRow], Decimal]]:
        people = dict.fromkeys(row.manager for row in self.rows)
        found = {each: [row for row in self.rows if row.manager == each] for each in people}
        return [
            (each, rows, sum((row.total for row in rows), ZERO)) for each, rows in found.items()
        ]


def sellers():
    """Who takes orders and does not make the plan, and who has taken any within a year."""
    selling = Employee.objects.with_rights(SELLS).exclude(role__rights__contains=[CHANGE])
    since = clock.today().replace(day=1)
    lately = WorkOrder.objects.accepted_between(since.replace(year=since.year - 1), None)
    taken = lately.order_by().values("manager")
    return Employee.objects.working().filter(pk__in=taken) | selling


def grid(plan: SalesPlan, user, manager: int | None = None) -> Grid:
    """Every row that may be planned, with what stands there; in four queries."""
    lines = list(PlanLine.objects.visible_to(user).filter(plan=plan))
    amounts = {
        (Row(x.manager_id, x.product_group_id, x.clientele), x.month): x.amount for x in lines
    }
    keys = {key for key, _month in amounts}
    people = {each.pk: each for each in Employee.objects.filter(pk__in={k.manager for k in keys})}
    if plan.is_draft:
        people |= {each.pk: each for each in sellers()}
    groups = list(ProductGroup.objects.active()) if plan.by_group else []
    shown = [
        Row(person.pk, group.pk if group else None, clientele)
        for person in sorted(people.values(), key=lambda each: (each.last_name, each.pk))
        for group in groups or [None]
        for clientele in ((Clientele.NEW, Clientele.REGULAR) if plan.by_clientele else [""])
    ]
    known = {group.pk: group for group in groups}
    left = sorted(keys - set(shown), key=str)
    known |= ProductGroup.objects.in_bulk({k.group for k in left} - set(known) - {None})
    return Grid(
        [
            GridRow(key, people[key.manager], known.get(key.group), _cells(amounts, key))
            for key in sorted(shown + left, key=lambda k: _place(k, people))
            if manager in {None, key.manager}
        ]
    )


def _place(key, people):
    return people[key.manager].last_name, key.manager


def _cells(amounts, key):
    return [amounts.get((key, month), ZERO) for month in MONTHS]


def called(row: GridRow) -> str:
    return ", ".join(filter(None, [row.manager.short_name, row.name]))


def month_names(year: int) -> list[tuple[date, str]]:
    firsts = [date(year, month, 1) for month in MONTHS]
    return [(first, date_format(first, "M")) for first in firsts]
