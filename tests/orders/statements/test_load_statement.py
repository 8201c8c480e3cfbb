"""A statement is loaded: nothing is taken twice, in whatever file and after whatever death."""

from datetime import timedelta

import pytest

from core import clock, jobs
from core.errors import Refused
from core.models import Job
from orders.models import BankStatement, Payment
from orders.money.statements import work
from orders.money.statements.lifecycle import StatementStatus
from tests import given
from tests.orders.bank_file import balance
from tests.orders.statements.lines import came, of_today

pytestmark = pytest.mark.django_db


def test_the_same_file_is_the_same_statement(vera, invoice):
    content = of_today(came(invoice.amount))

    first, second = (given.statement(content, by=vera) for _time in range(2))

    assert first == second
    assert Payment.objects.count() == 1


def test_a_line_that_comes_again_in_another_file_is_not_taken_again(vera, invoice):
    paid = came(invoice.amount)
    given.statement(of_today(paid), by=vera)

    longer = given.statement(of_today(came(7, number="1"), paid, encoding="utf-8"), by=vera)

    assert (longer.lines_count, longer.repeated_count) == (1, 1)
    assert Payment.objects.count() == 1


def test_faults_and_differences_are_kept_with_the_statement(vera):
    broken = came("сто", number="5")

    loaded = given.statement(of_today(balance(came="900"), came(7), broken, end=""), by=vera)

    assert loaded.lines_count == 1
    assert any("№ 5" in text for _line, text in loaded.faults)
    assert [each["what"] for each in loaded.differences] == ["received"]


def test_a_statement_of_somebody_elses_account_is_refused(vera):
    with pytest.raises(Refused, match="счёт"):
        given.statement(of_today(came(7), accounts=("5" * 20,)), by=vera)

    assert not BankStatement.objects.exists()


def test_a_worker_that_was_killed_between_two_pieces_goes_on(vera, invoice, monkeypatch):
    second = given.invoice(given.order(of=invoice.client), by=given.employee())
    content = of_today(
        came(invoice.amount, f"счет {invoice.number}"),
        came(second.amount, f"счет {second.number}", number="2"),
    )

    class Killed(BaseException):
        pass

    booked = []

    def book_and_die(wanted, *, by):
        if booked:
            raise Killed
        booked.append(wanted)
        usual(wanted, by=by)

    usual = work.book_lines
    monkeypatch.setattr(work, "PIECE", 1)
    monkeypatch.setattr(work, "book_lines", book_and_die)
    with pytest.raises(Killed):
        given.statement(content, by=vera)
    monkeypatch.setattr(work, "book_lines", usual)
    Job.objects.update(touched_at=clock.now() - timedelta(minutes=5))

    jobs.resume_lost_jobs()

    loaded = BankStatement.objects.get()
    assert loaded.status == StatementStatus.FINISHED
    assert Payment.objects.count() == 2
    assert sum(line.booked for line in loaded.lines.all()) == invoice.amount + second.amount
