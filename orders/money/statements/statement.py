"""What a bank statement says, as it was read."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Fault:
    line: int  # 0: of the whole file
    text: str


@dataclass(frozen=True)
class Party:
    """Who pays or is paid; an INN that cannot be one is empty."""

    accounts: tuple[str, ...] = ()
    name: str = ""
    inn: str = ""
    kpp: str = ""
    bank: str = ""
    bik: str = ""

    @property
    def account(self) -> str:
        return self.accounts[0] if self.accounts else ""


@dataclass(frozen=True)
class Entry:
    """One document of the bank: money that came or went."""

    line: int
    kind: str
    number: str
    day: date
    amount: Decimal
    payer: Party
    payee: Party
    debited_on: date | None
    credited_on: date | None
    purpose: str
    operation: str
    is_whole: bool  # its end stood in the file


@dataclass(frozen=True)
class Balance:
    """What the bank says of an account for a day or some days; None where it says nothing."""

    line: int
    account: str
    since: date | None
    until: date | None
    opening: Decimal | None
    received: Decimal | None
    spent: Decimal | None
    closing: Decimal | None


@dataclass(frozen=True)
class Statement:
    encoding: str
    sender: str
    since: date | None
    until: date | None
    accounts: tuple[str, ...]  # those that the file says are its owner's
    balances: tuple[Balance, ...]
    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]

    @property
    def period(self) -> tuple[date | None, date | None]:
        """As the file says, or else as its balances and documents do."""
        days = [entry.day for entry in self.entries]
        days += [day for each in self.balances for day in (each.since, each.until) if day]
        first, last = (min(days), max(days)) if days else (None, None)
        return self.since or first, self.until or last
