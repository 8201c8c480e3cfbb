"""The snapshot: what stood in each stage at the end of a day."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Count, F, Sum
from django.db.models.functions import TruncDate

from company.calendar import WorkCalendar
from core.money import ZERO
from sales.funnel.cohort import Pace
from sales.funnel.steps import Steps


@dataclass
class Standing:
    count: int = 0
    sum: Decimal = ZERO
    weighted: Decimal = ZERO
    stays: Counter = field(default_factory=Counter)

    @property
    def pace(self) -> Pace:
        return Pace(self.stays)

    def over(self, norm: int | None) -> int:
        if norm is None:
            return 0
        return sum(count for days, count in self.stays.items() if days > norm)


@dataclass(frozen=True)
class Snapshot:
    at: list[Standing]

    @property
    def total(self) -> int:
        return sum(standing.count for standing in self.at)


def snapshot(stays, steps: Steps, day: date) -> Snapshot:
    """One query: by stage and the day on which deals came there."""
    found = [Standing() for _step in steps.shown]
    rows = stays.at_end_of(day).order_by().values("stage", began=TruncDate("entered_at"))
    told = list(
        rows.annotate(
            count=Count("*"),
            sum=Sum("deal__expected_sum"),
            weighted=Sum(F("deal__expected_sum") * F("stage__probability")),
        )
    )
    days = lengths({row["began"] for row in told}, day)
    for row in told:
        place = steps.place_of_stage.get(row["stage"])
        if place is None:
            continue
        standing = found[place]
        standing.count += row["count"]
        standing.sum += row["sum"]
        standing.weighted += round(row["weighted"] / 100, 2)
        standing.stays[days[row["began"]]] += row["count"]
    return Snapshot(found)


def lengths(beginnings: set[date], day: date) -> dict[date, int]:
    """How many working days follow each of them up to `day`: each day is looked at once."""
    found, counted, calendar = {}, 0, WorkCalendar(min(beginnings, default=day))
    for back in range((day - min(beginnings, default=day)).days + 1):
        at = day - timedelta(days=back)
        found[at] = counted
        counted += calendar.is_working(at)
    return found
