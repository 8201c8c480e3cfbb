"""The three controls as a page: the day's orders, or what was not controlled yet."""

from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from django.http import QueryDict
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from catalog import wording
from company.models import Firm
from core import clock, registry
from core.lists.declared import count_text
from core.money import ZERO
from orders.control.vocabulary import Kind, Verdict
from orders.models import WorkOrder

PAGE_SIZE = 25
OPEN, UNUSUAL = "open", "unusual"
PANELS = "orders.control"
ONE_DAY = timedelta(days=1)
FACTS = ("discount_percent", "wished_on", "debt_allowed_by", "accepted_at", "checked_at")


class Tab(NamedTuple):
    label: str
    url: str
    is_chosen: bool


class Row(NamedTuple):
    order: WorkOrder
    reasons: list[str]

    @property
    def is_passed(self) -> bool:
        return any(mark.verdict == Verdict.PASSED for mark in self.order.marks)


class ControlPage:
    """What orders/control.html shows, under the name `page`, from the filters in the URL."""

    def __init__(self, user, data: QueryDict):
        self.user = user
        kind = data.get("kind", "")
        self.kind = Kind(kind) if kind in Kind.values else Kind.PRELIMINARY
        self.show = data.get("show", "")
        self.day = _day(data.get("day")) or clock.today()
        typed = data.get("page", "")
        self.number = int(typed) if typed.isdecimal() and 0 < len(typed) < 4 else 1
        self.seen = WorkOrder.objects.visible_to(user)

    @property
    def is_open_only(self) -> bool:
        return self.show == OPEN

    @property
    def is_unusual_only(self) -> bool:
        return self.show == UNUSUAL and self.kind == Kind.PRELIMINARY

    @property
    def is_of_day(self) -> bool:
        """Work in progress is looked at as it stands, on no particular day."""
        return self.kind != Kind.CURRENT and not self.is_open_only

    def orders(self):
        if self.is_open_only:
            return self.seen.not_controlled(self.kind)
        if self.kind == Kind.PRELIMINARY:
            taken = self.seen.accepted_on(self.day)
            return taken.unusual(self.big_discount) if self.is_unusual_only else taken
        return self.seen.in_work() if self.kind == Kind.CURRENT else self.seen.checked_on(self.day)

    @cached_property
    def big_discount(self):
        return Firm.get().big_discount_percent

    @cached_property
    def _fetched(self) -> list[WorkOrder]:
        first = (self.number - 1) * PAGE_SIZE
        by = {
            Kind.PRELIMINARY: ("accepted_at", "pk"),
            Kind.CURRENT: ("promised_on", "pk"),
            Kind.FINAL: ("checked_at", "pk"),
        }[self.kind]
        rows = self.orders().in_rows(*FACTS).order_by(*by)
        shown = self._with_facts(rows).with_titles().with_marks(self.kind)
        return list(shown[first : first + PAGE_SIZE + 1])

    def _with_facts(self, rows):
        if self.kind == Kind.PRELIMINARY:
            return rows.with_oddities()
        seen = rows.with_returns()
        return seen.with_checker() if self.kind == Kind.FINAL else seen

    @cached_property
    def rows(self) -> list[Row]:
        return [Row(order, self._reasons(order)) for order in self._fetched[:PAGE_SIZE]]

    def _reasons(self, order) -> list[str]:
        if self.kind == Kind.PRELIMINARY:
            return _oddities(order, self.big_discount)
        return [_("sent back for rework")] if order.was_sent_back else []

    @cached_property
    def figures(self) -> dict | None:
        """Count, sum and unusual ones of the day on which orders were taken."""
        if self.kind != Kind.PRELIMINARY or self.is_open_only:
            return None
        if self.number == 1 and not self.is_unusual_only and not self.next_url:
            return {
                "count": len(self.rows),
                "total": sum((row.order.total for row in self.rows), ZERO),
                "unusual": sum(bool(row.reasons) for row in self.rows),
            }
        return self.seen.accepted_on(self.day).taking(self.big_discount)

    @cached_property
    def panels(self) -> list[dict]:
        return registry.panels(PANELS, self, self.user)

    def open_count(self) -> str:
        return count_text(self.seen.not_controlled(self.kind).values("pk"))

    def tabs(self) -> list[Tab]:
        labels = {
            Kind.PRELIMINARY: pgettext("control", "Taken"),
            Kind.CURRENT: pgettext("control", "In work"),
            Kind.FINAL: _("Checked and sent back"),
        }
        return [
            Tab(label, self.url(kind=kind), kind == self.kind) for kind, label in labels.items()
        ]

    def url(self, **changed) -> str:
        kept = {"kind": self.kind.value, **changed}
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in kept.items() if value})
        return f"{reverse('orders:control')}?{query.urlencode()}"

    def _here(self, **changed) -> str:
        day = "" if self.day == clock.today() or not self.is_of_day else self.day.isoformat()
        return self.url(**{"show": self.show, "day": day, **changed})

    @property
    def all_url(self):
        return self._here(show="")

    @property
    def unusual_url(self):
        return self._here(show=UNUSUAL)

    @property
    def open_url(self):
        return self.url(show=OPEN)

    @property
    def day_before_url(self):
        return self._here(day=(self.day - ONE_DAY).isoformat())

    @property
    def day_after_url(self):
        after = self.day + ONE_DAY
        return self._here(day=after.isoformat()) if after <= clock.today() else ""

    @property
    def next_url(self):
        return self._here(page=self.number + 1) if len(self._fetched) > PAGE_SIZE else ""

    @property
    def previous_url(self):
        return self._here(page=self.number - 1) if self.number > 1 else ""


def _day(text) -> date | None:
    try:
        return parse_date(text or "")
    except ValueError:
        return None


def _oddities(order, big_discount) -> list[str]:
    said = []
    if order.discount_percent >= big_discount:
        said.append(
            _("discount %(percent)s %%") % {"percent": wording.number(order.discount_percent)}
        )
    if order.wished_on:
        wished_on = date_format(order.wished_on, "SHORT_DATE_FORMAT")
        said.append(_("earlier date: %(date)s") % {"date": wished_on})
    if order.has_hand_price:
        said.append(_("price made by hand"))
    if order.debt_allowed_by_id:
        said.append(_("hand-over with a debt"))
    if order.has_departure:
        said.append(_("taken against a warning"))
    return said
