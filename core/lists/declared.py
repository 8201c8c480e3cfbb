from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, IntegerField, QuerySet, Subquery, Sum, Window
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import cached_property

from core import registry
from core.lists import filter_fields, keyset, neighbours, rows
from core.lists.columns import COLUMN, Column, ColumnChoice
from core.lists.shared_filters import SharedFilters
from core.prepared import prepared

COUNTED_EXACTLY = 1000


@dataclass(frozen=True)
class Chip:
    """A quick filter; `narrow(queryset, user)` uses a named method of the QuerySet."""

    code: str
    label: str
    narrow: Callable[[QuerySet, Any], QuerySet]
    counted: bool = True


@dataclass(frozen=True)
class BulkAction:
    code: str
    label: str
    url_name: str
    icon: str
    right: str = ""
    args: tuple = ()

    @property
    def url(self):
        return reverse(self.url_name, args=self.args)


@dataclass(frozen=True)
class Empty:
    title: str
    text: str


@dataclass(frozen=True)
class Create:
    label: str
    url_name: str
    right: str
    shortcut: str = ""

    @property
    def url(self):
        return reverse(self.url_name)


class List(ColumnChoice):
    """Subclass it in `<app>/lists.py` under `@list_page`; see docs/howto.md."""

    code: str
    title: str
    right: str
    columns: tuple[Column, ...]
    default_sort: str  # "-created_at"
    filterset_class = None
    chips: tuple[Chip, ...] = ()
    totals: dict[str, str] = {}  # {field: label}
    bulk_actions: tuple[BulkAction, ...] = ()
    empty: Empty
    create: Create | None = None
    url_name: str
    page_size = 20
    is_steady = False  # `rows` looks at the person alone: its beginning is always asked alike
    # A row's page leads on to the rows beside it: it includes core/_way_back.html.
    has_way_back = False
    file_columns: tuple[Column, ...] = ()  # that only an export has
    sheet_codes: frozenset[str] = frozenset()  # of them, what Excel has on sheets of its own
    formats: tuple = ()  # export.Format: what it is exported as beside Excel and CSV
    tools = ""  # a template of one's own beside views and export; it reads `list`

    def __init__(self, user, data: QueryDict):
        self.user = user
        self.data = data

    def rows(self) -> QuerySet:
        """All that the user may see, with what the columns show selected."""
        raise TypeError(f"{type(self).__name__} answers no rows")

    def in_full(self, rows: QuerySet) -> QuerySet:
        """The rows with what `file_columns` read."""
        return rows

    def sheets(self, pks: list[int]) -> list:
        """core.exports.Sheet: what an Excel file says of the rows of these numbers beside them; the
        list is filled while the rows are written."""
        return []

    def row_url(self, row) -> str:
        return row.get_absolute_url()

    # --- what the page shows ---

    @cached_property
    def filters(self):
        if self.filterset_class is None:
            return None
        return self.filterset_class(self.data, queryset=self.rows(), request=None)

    @property
    def taken_for(self) -> list[str]:
        """What a filter searched for instead of a misspelt text; known once the rows are."""
        return getattr(self.filters, "taken_for", [])

    def filter_fields(self):
        return filter_fields.drawn(self.code, self.filters.form)

    @cached_property
    def chip(self) -> Chip | None:
        chosen = self.data.get("chip")
        return next((chip for chip in self.chips if chip.code == chosen), None)

    def unchipped(self) -> QuerySet:
        if self.filters is None:
            return self.rows()
        return self.filters.qs if self.filters.is_valid() else self.rows().none()

    @cached_property
    def queryset(self) -> QuerySet:
        rows = self.unchipped()
        return self.chip.narrow(rows, self.user) if self.chip else rows

    @cached_property
    def sort(self) -> str:
        allowed = {column.sort for column in self.columns if column.sort}
        asked = self.data.get("sort", "")
        return asked if asked.lstrip("-") in allowed else self.default_sort

    @cached_property
    def page(self) -> keyset.Page:
        if self.is_steady and self._is_whole():
            found = _beginning(self.user, code=self.code, sort=self.sort, size=self.page_size)
            return keyset.begun(found, self.sort, self.page_size)
        every = self.rows() if self.filters is None else self.filters.queryset
        shown = every if self.is_narrowed() else None
        return keyset.page(self.queryset, self.sort, self.data, self.page_size, shown)

    @cached_property
    def link(self) -> Callable[[str], str]:
        return neighbours.links(self) if self.has_way_back else str

    def body(self):
        return rows.drawn(self)

    def heads(self):
        return [
            {
                "column": column,
                "label": column.label,
                "numeric": column.numeric,
                "sorted": self._sorted(column),
                "sort_url": self._sort_url(column) if column.sort else "",
            }
            for column in self.drawn_columns()
        ]

    def _sorted(self, column):
        if column.sort and self.sort.lstrip("-") == column.sort:
            return "desc" if self.sort.startswith("-") else "asc"
        return None

    def _sort_url(self, column):
        other_way = {column.sort: f"-{column.sort}", f"-{column.sort}": column.sort}
        return self.url_with(sort=other_way.get(self.sort, column.usual_sort))

    def url_with(self, **changes) -> str:
        """The list's URL with the same filters and these changes; paging starts anew."""
        query = self._filled | {name: [value] for name, value in changes.items()}
        given = {name: values for name, values in query.items() if values[-1]}
        return f"{self._address}?{urlencode(given, doseq=True)}".rstrip("?")

    @cached_property
    def _address(self):
        return reverse(self.url_name)

    @cached_property
    def _filled(self):
        dropped = {"after", "before", "count"}
        return {name: values or [""] for name, values in self.data.lists() if name not in dropped}

    @cached_property
    def shape(self):
        """Whatever heads, chips and links to exports are made of: the rows play no part."""
        columns = tuple(column.code for column in self.shown_columns)
        return self.code, columns, tuple(chip.code for chip in self.chips), self.sort, self.query()

    def query(self) -> str:
        """The filters alone, as they stand in a saved view or an export."""
        return self.url_with().partition("?")[2]

    def next_url(self):
        return self.url_with(after=self.page.next_cursor) if self.page.next_cursor else ""

    def previous_url(self):
        return self.url_with(before=self.page.previous_cursor) if self.page.previous_cursor else ""

    def _is_whole(self) -> bool:
        return not (self.is_narrowed() or self.data.get("after") or self.data.get("before"))

    def is_narrowed(self) -> bool:
        return any(
            value
            for name, value in self.data.items()
            if name not in {"sort", "after", "before", COLUMN}
        )

    def chip_links(self, counted=False):
        return [
            {
                "code": chip.code,
                "label": chip.label,
                "active": chip is self.chip,
                "url": self.url_with(chip="" if chip is self.chip else chip.code),
                "count": count_text(chip.narrow(self.unchipped(), self.user))
                if counted and chip.counted
                else "",
            }
            for chip in self.chips
        ]

    def summary(self) -> dict:
        """Counts and totals: the second request of a list page."""
        totals = self.queryset.order_by().aggregate(**{f: Sum(f) for f in self.totals})
        return {
            "count": count_text(self.queryset),
            "totals": [
                {"label": label, "value": totals[name] or 0} for name, label in self.totals.items()
            ],
        }

    def permitted_bulk_actions(self):
        return [a for a in self.bulk_actions if not a.right or self.user.has_perm(a.right)]

    def permitted_create(self):
        return self.create if self.create and self.user.has_perm(self.create.right) else None


def count_text(queryset) -> str:
    """Exact up to 1,000, then «1 000+»: counting a million rows for a caption helps nobody."""
    return number_text(queryset.order_by()[: COUNTED_EXACTLY + 1].count())


class CountOf(Subquery):
    """The same beside another row: how many a set has, as far as it is counted."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()

    def __init__(self, queryset):
        super().__init__(queryset.order_by().values("pk")[: COUNTED_EXACTLY + 1])


def number_text(count: int) -> str:
    return str(count) if count <= COUNTED_EXACTLY else "1\u00a0000+"


def first_of(queryset, shown: int) -> tuple[list, str]:
    """The first rows of a set of some hundreds, and how many it has, in one query."""
    if queryset.query.is_empty():
        return [], number_text(0)
    return counted(list(with_count(queryset)[:shown]))


def with_count(queryset):
    return queryset.annotate(all_found=Window(Count("pk")))


def counted(rows: list) -> tuple[list, str]:
    """Of rows that came `with_count`."""
    return rows, number_text(rows[0].all_found if rows else 0)


@prepared
def _beginning(user, *, code, sort, size):
    list_ = object.__new__(registry.lists[code])
    list_.user = user
    return keyset.beginning(list_.rows(), sort, size)


def list_page(cls):
    if cls.filterset_class:
        declared = cls.filterset_class.base_filters
        cls.filterset_class.base_filters = SharedFilters(declared)
    registry.lists[cls.code] = cls
    return cls
