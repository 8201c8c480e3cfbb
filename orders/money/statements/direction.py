"""Whether money came or went: whose accounts stand on which side of a document of the bank."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from orders.money.statements.statement import Entry, Statement


class Direction(TextChoices):
    IN = "in", pgettext_lazy("direction of money", "Incoming")
    OUT = "out", pgettext_lazy("direction of money", "Outgoing")
    OWN_TRANSFER = "own_transfer", pgettext_lazy("direction of money", "Own transfer")
    UNKNOWN = "unknown", pgettext_lazy("direction of money", "Not determined")


@dataclass(frozen=True)
class Own:
    """The firm's accounts: those of the file, and those that the firm is known to have."""

    of_file: tuple[str, ...]
    known: frozenset[str] = frozenset()

    @classmethod
    def of(cls, statement: Statement, known: Set[str] = frozenset()):
        return cls(statement.accounts, frozenset(known))

    def holds(self, account) -> bool:
        return account in self.of_file or account in self.known

    def among(self, party) -> str:
        """The account of this side that is the firm's, first of all one of the file."""
        own = [account for account in party.accounts if self.holds(account)]
        own.sort(key=lambda account: account not in self.of_file)
        return own[0] if own else ""

    @property
    def only_one(self) -> str:
        return self.of_file[0] if len(self.of_file) == 1 else ""


def direction_of(entry: Entry, own: Own) -> Direction:
    came, went = own.among(entry.payee), own.among(entry.payer)
    if came and went:
        return Direction.OWN_TRANSFER
    if came or went:
        return Direction.IN if came else Direction.OUT
    if bool(entry.credited_on) == bool(entry.debited_on):
        return Direction.UNKNOWN
    return Direction.IN if entry.credited_on else Direction.OUT


def our_account(entry: Entry, own: Own) -> str:
    """Of an own transfer the side that this file is about."""
    came, went = own.among(entry.payee), own.among(entry.payer)
    if came and went:
        sides = {came: came in own.of_file, went: went in own.of_file}
        if sides[came] == sides[went]:
            return went if entry.debited_on else came
        return came if sides[came] else went
    return came or went or own.only_one


def business_day(entry: Entry, direction: Direction) -> date:
    """When the money came; or when it went."""
    if direction == Direction.IN:
        return entry.credited_on or entry.day
    return entry.debited_on or entry.day
