"""In turn: fair, without those who are away, and safe with several who ask at once."""

from collections import Counter
from threading import Barrier, Thread

import pytest
from django.db import connection, transaction

from company.assignment.turns import next_of, next_ones
from core.errors import Refused
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return given.department()


@pytest.fixture
def three(desk):
    return [given.employee(department=desk) for _each in range(3)]


def test_one_after_the_other_and_round_again(desk, three):
    assert [next_of(desk) for _each in range(4)] == [*three, three[0]]


def test_it_goes_on_where_it_stopped(desk, three):
    assert next_ones(desk, 2) == three[:2]
    assert next_ones(desk, 2) == [three[2], three[0]]


def test_the_absent_and_those_who_left_are_passed_over(desk, three):
    given.absence(three[0], three[1])
    three[2].is_active = False
    three[2].save()

    assert next_ones(desk, 2) == [three[1], three[1]]


def test_a_role_has_a_turn_of_its_own(three):
    assert next_of(three[0].role) == three[0]


def test_only_those_with_the_right_get_it(desk, three):
    worker = given.employee("worker", department=desk)

    assert worker not in next_ones(desk, 8, right="clients.view_client")


def test_where_nobody_is_here_it_is_said(desk):
    with pytest.raises(Refused):
        next_of(desk)


@pytest.mark.django_db(transaction=True)
def test_eight_who_ask_at_once_share_fairly(desk, three):
    start, got = Barrier(8, timeout=10), []

    def ask():
        start.wait()
        for _each in range(3):
            with transaction.atomic():
                got.append(next_of(desk).pk)
        connection.close()

    threads = [Thread(target=ask) for _each in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Counter(got) == dict.fromkeys([each.pk for each in three], 8)
