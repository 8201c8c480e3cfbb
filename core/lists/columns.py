"""The columns of a list: what they show, and which of them a person has chosen, in what order."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import cached_property

COLUMN = "column"


@dataclass(frozen=True)
class Column:
    """`value` is a dotted path on the row, or a callable; `sort` a stored, indexed column.

    `within` names the column whose cell it shares; an export gives it its own. An `optional` one is
    shown to those who choose it.
    """

    code: str
    label: str
    value: str | Callable[[Any], Any] = ""
    # text | short (a few words that stay on one line) | number | money | date | moment | status |
    # phone | strong | name (strong, and on one line of a wide screen, cut if it must be)
    kind: str = "text"
    sort: str = ""
    within: str = ""
    falls: bool = False  # the first press puts the greatest on top
    optional: bool = False
    on_phone: str = "labelled"  # labelled | plain: says itself what it is | hidden

    def of(self, row):
        if callable(self.value):
            return self.value(row)
        value = row
        for name in (self.value or self.code).split("."):
            value = getattr(value, name) if value is not None else None
        return value

    @property
    def usual_sort(self):
        return f"-{self.sort}" if self.falls else self.sort

    @property
    def numeric(self):
        return self.kind in {"money", "number"}


class ColumnChoice:
    """Of a List: the address names columns one after the other, and so does a saved view."""

    @cached_property
    def chosen(self) -> list[str]:
        """The columns that the address names, in its order; empty where it names none."""
        known = {column.code for column in self.columns if not column.within}
        asked = dict.fromkeys(self.data.getlist(COLUMN))
        return [code for code in asked if code in known]

    @cached_property
    def shown_columns(self) -> list[Column]:
        """On the page and in exports alike; a column that shares a cell goes with it."""
        if not self.chosen:
            return [column for column in self.columns if not column.optional]
        places = {code: place for place, code in enumerate(self.chosen)}
        shown = [each for each in self.columns if (each.within or each.code) in places]
        return sorted(shown, key=lambda each: places[each.within or each.code])

    def drawn_columns(self):
        return [column for column in self.shown_columns if not column.within]

    def choosable_columns(self):
        """The shown ones first, as they stand, then the hidden ones."""
        shown = self.drawn_columns()
        hidden = [each for each in self.columns if not each.within and each not in shown]
        return [(each, each in shown) for each in [*shown, *hidden]]

    def rest_of_query(self) -> list[tuple[str, str]]:
        """Filters and sorting, as a form with the columns sends them along."""
        kept = self._filled.items()
        return [(name, each) for name, values in kept if name != COLUMN for each in values if each]

    def all_columns_url(self):
        return self.url_with(**{COLUMN: ""})
