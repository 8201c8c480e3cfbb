"""A section of the file into what it says. What is missing in it is named with its line."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from orders.money.statements import values
from orders.money.statements.statement import Balance, Entry, Party
from orders.money.statements.words import KEYS, OF_PARTY

PURPOSE_PARTS = range(1, 7)


@dataclass
class Section:
    """Lines of one section until its end: the first value of a key is the one that counts."""

    line: int
    kind: str = ""
    written: dict[str, tuple[str, int]] = field(default_factory=dict)

    def put(self, key, value, line):
        self.written.setdefault(key, (value, line))

    def text(self, key) -> str:
        return self.written.get(key, ("", 0))[0]

    def line_of(self, key) -> int:
        return self.written.get(key, ("", self.line))[1]


class _Reading:
    """Reads values of one section; `fault(line, text)` hears of those that cannot be read."""

    def __init__(self, section: Section, fault: Callable[[int, str], None]):
        self.section, self.fault = section, fault

    def day(self, name):
        return self._read(name, values.day, _("“%(value)s” is not a date (line %(line)s)."))

    def amount(self, name):
        return self._read(name, values.amount, _("“%(value)s” is not a sum (line %(line)s)."))

    def _read(self, name, read, sentence):
        text = self.section.text(KEYS[name])
        found = read(text) if text else None
        if text and found is None:
            line = self.section.line_of(KEYS[name])
            self.fault(line, sentence % {"value": text[:40], "line": line})
        return found


def balance_of(section: Section, fault) -> Balance | None:
    reading = _Reading(section, fault)
    account = values.account(section.text(KEYS["account"]))
    if not account:
        fault(section.line, _("A section of balances names no account."))
        return None
    return Balance(
        line=section.line,
        account=account,
        since=reading.day("since"),
        until=reading.day("until"),
        opening=reading.amount("opening"),
        received=reading.amount("received"),
        spent=reading.amount("spent"),
        closing=reading.amount("closing"),
    )


def entry_of(section: Section, fault, *, is_whole: bool) -> Entry | None:
    """None where it cannot be told when or how much: the fault says so."""
    reading = _Reading(section, fault)
    day, amount = reading.day("day"), reading.amount("amount")
    number = section.text(KEYS["number"])
    if lacking := _lacking(day, amount):
        words = {"number": number or "?", "lacking": lacking}
        fault(section.line, _("Document No. %(number)s was not read: %(lacking)s.") % words)
        return None
    entry = Entry(
        line=section.line,
        kind=section.kind,
        number=number,
        day=day,
        amount=amount,
        payer=_party(section, KEYS["payer"]),
        payee=_party(section, KEYS["payee"]),
        debited_on=reading.day("debited_on"),
        credited_on=reading.day("credited_on"),
        purpose=_purpose(section),
        operation=section.text(KEYS["operation"]),
        is_whole=is_whole,
    )
    return entry if is_whole else _cut_off(entry, fault)


def _lacking(day, amount) -> str:
    if day is None:
        return _("it has no date")
    if amount is None:
        return _("it has no sum")
    return "" if amount > 0 else _("its sum is not more than zero")


def _cut_off(entry, fault):
    """Kept for a person to look at, unless it would not be known again in the next statement."""
    is_known = entry.number and entry.payer.account and entry.payee.account
    sentence = (
        _("Document No. %(number)s has no end: look at it before it is booked.")
        if is_known
        else _("Document No. %(number)s is cut off and was not read: load the statement anew.")
    )
    fault(entry.line, sentence % {"number": entry.number or "?"})
    return entry if is_known else None


def _party(section, side) -> Party:
    def said(name):
        return section.text(side + OF_PARTY[name])

    accounts = [values.account(said(name)) for name in ("account", "settlement_account")]
    whole_name, inn_in_name = values.name_and_inn(section.text(side))
    first_name = values.name_and_inn(section.text(f"{side}1"))
    return Party(
        accounts=tuple(dict.fromkeys(filter(None, accounts))),
        name=first_name[0] or whole_name,
        inn=values.inn(said("inn")) or inn_in_name or first_name[1],
        kpp=said("kpp"),
        bank=said("bank"),
        bik=said("bik"),
    )


def _purpose(section) -> str:
    key = KEYS["purpose"]
    whole = section.text(key) or " ".join(section.text(f"{key}{part}") for part in PURPOSE_PARTS)
    return " ".join(whole.split())
