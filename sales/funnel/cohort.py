"""The cohort: how far the deals opened in a period have come, and how long each step took."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Sum

from core.money import ZERO
from sales.deals.lifecycle import DealStatus
from sales.funnel.steps import Steps

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Cohort:
    """`counts` and `sums` of the deals that have reached each step, those won at the end."""

    counts: list[int]
    sums: list[Decimal]

    @property
    def is_empty(self) -> bool:
        return not self.counts[0]

    def share(self, place: int, of: int = 0) -> Decimal | None:
        """Per cent of those at step `of` that have come to this one; None where nobody was."""
        return percent(self.counts[place], self.counts[of])


def percent(part, whole) -> Decimal | None:
    return round(HUNDRED * part / whole, 1) if whole else None


def cohort(deals, steps: Steps) -> Cohort:
    """One query; `deals` are narrowed to the process and the period already."""
    size = len(steps.shown) + 1
    counts, sums = [0] * size, [ZERO] * size
    found = deals.order_by().values("process_version", "furthest", "status")
    for row in found.annotate(count=Count("*"), sum=Sum("expected_sum")):
        reached = steps.places.get((row["process_version"], row["furthest"]), 0)
        last = size - 1 if row["status"] == DealStatus.WON else reached
        for place in range(last + 1):
            counts[place] += row["count"]
            sums[place] += row["sum"]
    return Cohort(counts, sums)


@dataclass(frozen=True)
class Pace:
    """How long ended stays in a step were, in working days."""

    stays: Counter

    @property
    def median(self) -> int | None:
        """The lower one of two in the middle."""
        middle, seen = (self.stays.total() + 1) // 2, 0
        for days in sorted(self.stays):
            seen += self.stays[days]
            if seen >= middle:
                return days
        return None

    def within(self, norm: int | None) -> Decimal | None:
        """Per cent of stays that were no longer than the norm."""
        if norm is None:
            return None
        kept = sum(count for days, count in self.stays.items() if days <= norm)
        return percent(kept, self.stays.total())


def paces(stays, steps: Steps) -> list[Pace]:
    """One query; by step. `stays` are those of the deals of a period."""
    found = defaultdict(Counter)
    ended = stays.filter(working_days__isnull=False).order_by()
    for row in ended.values("stage", "working_days").annotate(count=Count("*")):
        place = steps.place_of_stage.get(row["stage"])
        if place is not None:
            found[place][row["working_days"]] += row["count"]
    return [Pace(found[place]) for place in range(len(steps.shown))]
