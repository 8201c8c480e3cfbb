"""The reconciliation statement: our column filled in, the client's left to be."""

from core import clock, money
from core.words import rubles_in_words
from orders.documents import parties, sums
from orders.money.reconciling import account


def content(found) -> dict:
    rows = account.entries(found.client, found.since, found.until)
    charged, came = _turnover(rows)
    return {
        "since": sums.day(found.since),
        "until": sums.day(found.until),
        "date": sums.day(clock.today()),
        "firm": parties.firm(),
        "payer": parties.payer(found.client),
        "by": parties.employee(found.by),
        "opening": _side(found.opening),
        "rows": [_row(each) for each in rows],
        "turnover": {"debit": str(charged), "credit": str(came)},
        "closing": _side(found.closing),
        "closing_amount": str(abs(found.closing)),
        "in_words": rubles_in_words(abs(found.closing)),
        "owed_to": _owed_to(found.closing),
        "in_work": _in_work(found),
    }


def _turnover(rows):
    """What is given back is owed again, so it stands with what was charged."""
    charged = [each.charged for each in rows] + [-each.paid for each in rows if each.paid < 0]
    came = [each.paid for each in rows if each.paid > 0]
    return sum(charged, money.ZERO), sum(came, money.ZERO)


def _row(entry) -> dict:
    debit = entry.charged - min(entry.paid, money.ZERO)
    return {
        "day": sums.day(entry.day),
        "kind": entry.kind,
        "order": entry.order,
        "debit": str(debit) if debit else "",
        "credit": str(entry.paid) if entry.paid > 0 else "",
    }


def _side(balance) -> dict:
    return {
        "debit": str(balance) if balance > 0 else "",
        "credit": str(-balance) if balance < 0 else "",
    }


def _owed_to(balance) -> str:
    if balance == 0:
        return ""
    return "firm" if balance > 0 else "client"


def _in_work(found) -> str:
    """Known of today only."""
    amount = account.in_work(found.client) if found.until == clock.today() else money.ZERO
    return str(amount) if amount else ""
