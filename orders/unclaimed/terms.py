"""Ready work that nobody fetches: what the firm does about it, and when (ГК РФ art. 738).

Calls by steps, then two warnings in writing; two months after the second the work may be sold.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from core import cells, clock

SALE_AFTER_MONTHS = 2
WARNINGS = 2


@dataclass(frozen=True)
class Terms:
    """Where one order stands against the firm's terms."""

    waits_since: date
    calls_made: int
    warned: tuple[date, ...]
    call_days: tuple[int, ...]
    storage_days: int
    second_warning_days: int
    today: date

    @property
    def days(self) -> int:
        return (self.today - self.waits_since).days

    @property
    def calls_due(self) -> int:
        """How many steps of calling should have been made by now."""
        return sum(days <= self.days for days in self.call_days)

    @property
    def next_call_on(self) -> date | None:
        left = sorted(self.call_days)[self.calls_made :]
        return self.waits_since + timedelta(days=left[0]) if left else None

    @property
    def next_warning(self) -> int | None:
        """The number of the warning that is still to be written."""
        return len(self.warned) + 1 if len(self.warned) < WARNINGS else None

    @property
    def next_warning_on(self) -> date | None:
        if self.next_warning is None:
            return None
        if not self.warned:
            return self.waits_since + timedelta(days=self.storage_days)
        return self.warned[0] + timedelta(days=self.second_warning_days)

    @property
    def is_warning_due(self) -> bool:
        return self.next_warning is not None and self.next_warning_on <= self.today

    @property
    def may_be_sold_from(self) -> date | None:
        return None if self.next_warning else clock.months_later(self.warned[-1], SALE_AFTER_MONTHS)

    @property
    def next_step(self) -> str:
        if self.may_be_sold_from:
            words = {"date": cells.day(self.may_be_sold_from)}
            return _("may be sold from %(date)s") % words
        if self.is_warning_due:
            return _("write warning %(number)s") % {"number": self.next_warning}
        if self.next_call_on and self.next_call_on < self.next_warning_on:
            return _("call on %(date)s") % {"date": cells.day(self.next_call_on)}
        words = {"number": self.next_warning, "date": cells.day(self.next_warning_on)}
        return _("warning %(number)s on %(date)s") % words


def terms_of(order, firm, warnings=None) -> Terms:
    """`warnings` are those of the order, where they are fetched already."""
    since = localdate(order.ready_at)
    written = order.storage_warnings.all() if warnings is None else warnings
    warned = [localdate(each.at) for each in written if each.waits_since == since]
    return Terms(
        waits_since=since,
        calls_made=order.follow_up_calls,
        warned=tuple(sorted(warned)),
        call_days=tuple(firm.unclaimed_call_days),
        storage_days=firm.storage_days,
        second_warning_days=firm.second_warning_days,
        today=clock.today(),
    )
