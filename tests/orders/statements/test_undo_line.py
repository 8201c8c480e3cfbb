"""A line that was booked wrongly waits again."""

import pytest

from orders import actions
from orders.models import Payment
from orders.money.statements.lifecycle import LineStatus, StatementStatus
from orders.money.statements.matching.candidates import Part
from tests.orders.statements.lines import loaded

pytestmark = pytest.mark.django_db


def test_a_wrong_booking_is_undone_and_the_line_waits_again(vera, two):
    line = loaded(two[0].amount, vera)
    actions.book_line(line, [Part(two[0], line.amount)], by=vera)

    actions.undo_line(line, by=vera, ground="Это за другой счёт")

    line.refresh_from_db()
    two[0].refresh_from_db()
    assert (line.status, line.booked, line.finished_by) == (LineStatus.OFFERED, 0, None)
    assert two[0].paid == 0
    assert Payment.objects.corrections().count() == 1
    assert line.statement.status == StatementStatus.OPEN


def test_a_payment_that_is_corrected_on_its_order_frees_the_money_of_the_line(vera, two):
    line = loaded(two[0].amount, vera)
    actions.book_line(line, [Part(two[0], line.amount)], by=vera)

    actions.correct(Payment.objects.get(), by=vera, ground="Ошибка")

    line.refresh_from_db()
    assert (line.booked, line.rest) == (0, line.amount)
