"""Lines and statements as the pages show them."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse

from orders.models import BankLine
from orders.money.statements.control import What
from orders.money.statements.forms import ExpenseForm
from orders.money.statements.lifecycle import LineStatus
from orders.money.statements.matching import Match, match

CHIPS = {
    LineStatus.OFFERED: "open",
    LineStatus.BOOKED: "booked",
    LineStatus.EXPENSE: "expenses",
    LineStatus.REFUND: "refunds",
    LineStatus.OWN_TRANSFER: "transfers",
    LineStatus.LEFT_OUT: "left_out",
}


class Row(NamedTuple):
    line: BankLine
    match: Match
    expense_form: ExpenseForm | None


def rows_of(lines) -> list[Row]:
    lines = list(lines)
    matches = match([line for line in lines if line.is_to_be_finished or line.is_booked])
    return [_row(line, matches.get(line.pk) or Match()) for line in lines]


def _row(line, found):
    asks_kind = line.is_outgoing or line.state == LineStatus.EXPENSE
    return Row(line, found, ExpenseForm(line=line) if asks_kind else None)


class State(NamedTuple):
    state: LineStatus
    count: int
    amount: Decimal
    url: str


def states_of(statement) -> list[State]:
    """What became of the lines; each figure opens the list of the same rows."""
    counted = statement.lines.by_state()
    found = []
    for state, chip in CHIPS.items():
        if state in counted:
            query = urlencode({"statement": statement.pk, "chip": chip})
            found.append(State(state, *counted[state], f"{reverse('orders:bank_lines')}?{query}"))
    return found


class Difference(NamedTuple):
    account: str
    day: date | None
    what: str
    declared: Decimal
    counted: Decimal


def differences_of(statement) -> list[Difference]:
    return [
        Difference(
            said["account"],
            date.fromisoformat(said["since"]) if said["since"] else None,
            What(said["what"]).label,
            Decimal(said["declared"]),
            Decimal(said["counted"]),
        )
        for said in statement.differences
    ]
