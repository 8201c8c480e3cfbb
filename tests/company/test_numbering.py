"""Numbers per year, without gaps and never twice, whoever asks at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from company.numbering import entering_history, reserve, take_number


def take(year=2026):
    with transaction.atomic():
        return take_number("work order", year)


@pytest.mark.django_db
def test_each_year_begins_with_one():
    assert [take(2026), take(2026), take(2027)] == [1, 2, 1]


@pytest.mark.django_db
def test_an_order_that_fails_gives_its_number_back():
    with transaction.atomic():
        take_number("work order", 2026)
        transaction.set_rollback(True)

    assert take() == 1


@pytest.mark.django_db(transaction=True)
def test_eight_desks_at_once_leave_no_gap():
    def desk(_):
        try:
            return take()
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as desks:
        numbers = list(desks.map(desk, range(40)))

    assert sorted(numbers) == list(range(1, 41))


@pytest.mark.django_db(transaction=True)
def test_a_number_is_not_taken_outside_a_transaction():
    with pytest.raises(RuntimeError):
        take_number("work order", 2026)


@pytest.mark.django_db
def test_history_entered_later_has_its_own_numbers_below():
    reserve("work order", 2026, 10)
    with entering_history():
        older = take()

    assert (older, take()) == (1, 11)
