"""The bank's own sums against those of the documents: differences are shown, nothing is refused."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate, pairwise

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from core.money import ZERO
from orders.money.statements.direction import Direction, Own, direction_of, our_account
from orders.money.statements.statement import Balance, Statement

FIRST, LAST = date.min, date.max


class What(TextChoices):
    RECEIVED = "received", pgettext_lazy("control of a statement", "Received")
    SPENT = "spent", pgettext_lazy("control of a statement", "Spent")
    CLOSING = "closing", pgettext_lazy("control of a statement", "Balance at the end")
    OPENING = "opening", pgettext_lazy("control of a statement", "Balance at the beginning")


@dataclass(frozen=True)
class Difference:
    line: int
    account: str
    since: date | None
    until: date | None
    what: What
    declared: Decimal
    counted: Decimal


def differences(statement: Statement, own: Own) -> list[Difference]:
    """Per account and section: what came, what went, the sum of them, and the next section."""
    came, went = _moved(statement, own)
    found, of_account = [], defaultdict(list)
    for balance in statement.balances:
        of_account[balance.account].append(balance)
        since, until = balance.since or FIRST, balance.until or balance.since or LAST
        counted_in, counted_out = (
            sums[balance.account].between(since, until) for sums in (came, went)
        )
        found += _unlike(balance, What.RECEIVED, balance.received, counted_in)
        found += _unlike(balance, What.SPENT, balance.spent, counted_out)
        found += _unlike(balance, What.CLOSING, balance.closing, _counted_closing(balance))
    for balances in of_account.values():
        balances.sort(key=lambda each: (each.since or FIRST, each.line))
        for earlier, later in pairwise(balances):
            found += _unlike(later, What.OPENING, later.opening, earlier.closing)
    return found


def _unlike(balance: Balance, what, declared, counted) -> list[Difference]:
    if declared is None or counted is None or declared == counted:
        return []
    about = (balance.line, balance.account, balance.since, balance.until)
    return [Difference(*about, what, declared, counted)]


def _counted_closing(balance):
    parts = (balance.opening, balance.received, balance.spent)
    if None in parts:
        return None
    opening, received, spent = parts
    return opening + received - spent


class _Sums:
    """Running sums by day, so that a section asks for its own days alone."""

    def __init__(self, moved):
        moved.sort()
        self.days = [day for day, _amount in moved]
        self.until = [ZERO, *accumulate(amount for _day, amount in moved)]

    def between(self, since, until):
        return (
            self.until[bisect_right(self.days, until)] - self.until[bisect_left(self.days, since)]
        )


def _moved(statement, own):
    """What came to each account and what went from it. An own transfer does both; some banks write
    it down twice, once for either account."""
    came, went, transfers = defaultdict(list), defaultdict(list), set()
    for entry in statement.entries:
        direction = direction_of(entry, own)
        if direction == Direction.OWN_TRANSFER:
            said = (entry.number, entry.day, entry.amount, entry.payer, entry.payee)
            if said in transfers:
                continue
            transfers.add(said)
        arrived = (entry.credited_on or entry.day, entry.amount)
        left = (entry.debited_on or entry.day, entry.amount)
        if direction in {Direction.IN, Direction.OWN_TRANSFER}:
            came[own.among(entry.payee) or our_account(entry, own)].append(arrived)
        if direction in {Direction.OUT, Direction.OWN_TRANSFER}:
            went[own.among(entry.payer) or our_account(entry, own)].append(left)
    none = _Sums([])
    return tuple(
        defaultdict(lambda: none, {account: _Sums(moved) for account, moved in sums.items()})
        for sums in (came, went)
    )
