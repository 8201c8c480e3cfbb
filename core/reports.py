"""A report is one small class: words, filters, columns, rows.

The page, the drill-down, the chart and the exports are made from it here.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core import clock, registry
from core.widgets import DayInput


@dataclass(frozen=True)
class Column:
    """`link(row, filters)` answers the URL of the list behind the figure."""

    code: str
    label: str
    kind: str = "text"  # text | money | number | date | percent
    total: bool = False
    link: Any = None


@dataclass(frozen=True)
class Chart:
    kind: str  # "bar" | "line" | "funnel"
    label: str  # code of the column that names the points
    values: tuple[str, ...]  # codes of the columns drawn


@dataclass(frozen=True)
class Link:
    """A page that answers what the report leads people to ask next."""

    label: str
    url_name: str
    icon: str
    right: str


class PeriodForm(forms.Form):
    since = forms.DateField(label=_("From"), required=False, widget=DayInput)
    until = forms.DateField(label=_("To"), required=False, widget=DayInput)


class Report:
    """Subclass it in `<app>/reports.py` under `@report`; see docs/howto.md."""

    code: str
    title: str
    basis: str  # what the figures count: accepted, handed over, paid
    right: str
    section = "reports"  # where it stands in the navigation
    icon = "report-analytics"
    form_class: type[forms.Form] = PeriodForm
    columns: tuple[Column, ...] = ()
    chart: Chart | None = None
    links: tuple[Link, ...] = ()
    order = 50

    def __init__(self, user, data):
        self.user = user
        self.form = self.form_class(self.defaults(user) | {k: v for k, v in data.items() if v})

    @staticmethod
    def defaults(user) -> dict:
        return {"since": clock.today().isoformat(), "until": clock.today().isoformat()}

    def rows(self, filters: dict) -> list[dict]:
        """One dict per row, with a value for each column's code."""
        raise TypeError(f"{type(self).__name__} answers no rows")

    @cached_property
    def filters(self) -> dict:
        return self.form.cleaned_data if self.form.is_valid() else {}

    @cached_property
    def table(self) -> list[dict]:
        """The rows as dicts by column code; empty while a filter is wrong."""
        return list(self.rows(self.filters)) if self.form.is_valid() else []

    @cached_property
    def totals(self) -> dict:
        return {
            column.code: sum(row[column.code] or 0 for row in self.table)
            for column in self.columns
            if column.total
        }

    def permitted_links(self) -> list[Link]:
        return [link for link in self.links if self.user.has_perm(link.right)]

    def body(self) -> list[list[dict]]:
        """Rows of cells {column, value, url} as the template draws them."""
        return [[self._cell(column, row) for column in self.columns] for row in self.table]

    def whole(self, filters: dict) -> dict:
        """What the links of the totals are given as a row, besides the totals; with nothing they
        open nothing."""
        return {}

    def foot(self) -> list[dict]:
        whole = self.whole(self.filters)
        row = dict.fromkeys((column.code for column in self.columns), None) | self.totals | whole
        return [self._cell(column, row, bool(whole)) for column in self.columns]

    def _cell(self, column, row, is_linked=True):
        url = column.link(row, self.filters) if column.link and is_linked else None
        return {"column": column, "value": row[column.code], "url": url}

    def chart_data(self) -> dict | None:
        if not self.chart or not self.table:
            return None
        labels = {column.code: str(column.label) for column in self.columns}
        return {
            "kind": self.chart.kind,
            "labels": [str(row[self.chart.label]) for row in self.table],
            "series": [
                {"name": labels[code], "values": [float(row[code] or 0) for row in self.table]}
                for code in self.chart.values
            ],
            "urls": [self._first_url(row) for row in self.table],
        }

    def _first_url(self, row):
        linked = [column for column in self.columns if column.link]
        return linked[0].link(row, self.filters) if linked else None


def report(cls):
    registry.reports[cls.code] = cls
    registry.nav.append(
        registry.NavItem(
            cls.section, cls.title, "core:report", cls.icon, cls.right, cls.order, args=(cls.code,)
        )
    )
    return cls
