"""How far an order has come: of an archive of any size the newest few hundred are open."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from django.utils import timezone

from core import clock
from orders.work_orders.lifecycle import Status, Step

YEARS = 8
RECENT, RECENT_DAYS = 3000, 60  # as many in these days whatever the size
UNFINISHED = 360
CALCULATION_EVERY = 6  # of the unfinished
CANCELLED_SHARE = 0.03
UNPAID_SHARE = 0.005
# The unfinished from the newest to the oldest: a state and how many of a hundred have it.
SHARES = [
    (Status.ACCEPTED, 30),
    (Status.IN_PRODUCTION, 40),
    (Status.MADE, 6),
    (Status.CHECKED, 5),
    (Status.READY, 19),
]
STATES = [status for status, share in SHARES for _ in range(share)]
# The steps of an order that meets no trouble, with the days after it was taken.
WAY = [
    (Step.ACCEPT, 0),
    (Step.START, 1),
    (Step.FINISH, 3),
    (Step.CHECK, 3),
    (Step.ARRIVE, 4),
    (Step.HAND_OVER, 6),
    (Step.ARCHIVE, 6),
]
TAKEN = {
    Status.CALCULATION: 0,
    Status.ACCEPTED: 1,
    Status.IN_PRODUCTION: 2,
    Status.MADE: 3,
    Status.CHECKED: 4,
    Status.READY: 5,
    Status.ARCHIVED: 7,
    Status.CANCELLED: 1,
}


@dataclass(frozen=True)
class Life:
    status: str
    created_at: datetime
    promised_on: date
    is_paid: bool
    moments: dict[str, datetime]  # of the steps taken

    @property
    def is_numbered(self):
        return bool(self.moments)

    @property
    def is_prepaid(self):
        return self.is_numbered and self.status != Status.CANCELLED


class Lives:
    """Of `size` orders; number 0 is the oldest."""

    def __init__(self, size: int):
        self.size, self.now = size, clock.now()
        self.recent = min(RECENT, size // 3)
        self.unfinished = min(UNFINISHED, size // 5)
        self.recent_from = self.now - timedelta(days=RECENT_DAYS)
        self.first = self.now - timedelta(days=365 * YEARS)

    def of(self, number: int) -> Life:
        chance = Random(number)
        status, created_at = self._status(number, chance), self._created_at(number)
        days = 4 + chance.randint(0, 3)
        moments = {
            step: min(created_at + timedelta(days=after), self.now)
            for step, after in WAY[: TAKEN[status]]
        }
        return Life(
            status=status,
            created_at=created_at,
            promised_on=timezone.localdate(created_at + timedelta(days=days)),
            is_paid=status == Status.ARCHIVED and chance.random() > UNPAID_SHARE,
            moments=moments,
        )

    def _status(self, number, chance):
        age = self.size - 1 - number
        if age >= self.unfinished:
            return Status.CANCELLED if chance.random() < CANCELLED_SHARE else Status.ARCHIVED
        if age % CALCULATION_EVERY == CALCULATION_EVERY - 1:
            return Status.CALCULATION
        return STATES[age * len(STATES) // self.unfinished]

    def _created_at(self, number):
        older = self.size - self.recent
        if number < older:
            return self.first + (self.recent_from - self.first) * (number / older)
        return self.recent_from + (self.now - self.recent_from) * ((number - older) / self.recent)
