"""What one version of a plan says otherwise than another."""

from dataclasses import dataclass
from decimal import Decimal

from core.money import ZERO
from sales.plan.cells import Grid, Row, grid


@dataclass(frozen=True)
class ChangedRow:
    manager: object
    name: str
    cells: list[tuple[Decimal, Decimal]]  # before and after, of each month

    @property
    def before(self):
        return sum((before for before, _after in self.cells), ZERO)

    @property
    def after(self):
        return sum((after for _before, after in self.cells), ZERO)

    @property
    def difference(self):
        return self.after - self.before


def changed_rows(older, newer, user) -> list[ChangedRow]:
    """Where they are divided otherwise, by manager."""
    is_alike = (older.by_group, older.by_clientele) == (newer.by_group, newer.by_clientele)
    rows = [_rows(grid(each, user), is_alike) for each in (older, newer)]
    before, after = rows
    keys = dict.fromkeys([*after, *before])
    found = (_changed(before.get(key), after.get(key)) for key in keys)
    return [row for row in found if row.cells and any(was != now for was, now in row.cells)]


def _rows(found: Grid, is_alike: bool) -> dict:
    if is_alike:
        return {row.key: (row.manager, row.name, row.cells) for row in found.rows}
    return {
        Row(manager.pk): (manager, "", [sum(cells) for cells in zip(*_cells(rows), strict=True)])
        for manager, rows, _total in found.by_manager()
    }


def _cells(rows):
    return [row.cells for row in rows]


def _changed(before, after) -> ChangedRow:
    manager, name, _cells = after or before
    nothing = [ZERO] * 12
    was, now = (each[2] if each else nothing for each in (before, after))
    return ChangedRow(manager, name, list(zip(was, now, strict=True)))
