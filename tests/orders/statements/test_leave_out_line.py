"""A line that is no payment: left out with a ground, or an expense of a kind."""

import pytest

from core.errors import Refused
from orders import actions
from orders.models import ExpenseKind
from orders.money.statements.lifecycle import LineStatus
from tests.orders.bank_file import SUPPLIER, WE
from tests.orders.statements.lines import loaded

pytestmark = pytest.mark.django_db


def test_a_line_is_left_out_with_a_ground_and_taken_back(vera):
    line = loaded(100, vera)

    with pytest.raises(Refused):
        actions.leave_out_line(line, by=vera, ground=" ")
    actions.leave_out_line(line, by=vera, ground="Проценты на остаток")

    line.refresh_from_db()
    assert (line.status, line.ground) == (LineStatus.LEFT_OUT, "Проценты на остаток")


def test_an_expense_gets_its_kind(vera):
    rent = ExpenseKind.objects.create(name="Аренда")
    line = loaded(100, vera, payer=WE, payee=SUPPLIER)

    actions.keep_expense(line, by=vera, kind=rent)

    line.refresh_from_db()
    assert (line.status, line.expense_kind) == (LineStatus.EXPENSE, rent)
