"""Lines of a statement: whose money it is, what is known already, whether the sums agree."""

import time
from datetime import date
from decimal import Decimal

import pytest

from orders.money.statements.control import What, differences
from orders.money.statements.direction import Direction, Own, business_day, direction_of
from orders.money.statements.reading import read
from orders.money.statements.unique import keys_of
from tests.orders.bank_file import (
    NOBODY,
    OURS,
    OURS_TOO,
    ROMASHKA,
    SUPPLIER,
    WE,
    balance,
    document,
    statement,
)
from tests.orders.statements.as_read import only_entry


@pytest.mark.parametrize(
    ("payer", "payee", "dates", "direction"),
    [
        (ROMASHKA, WE, {}, Direction.IN),
        (WE, SUPPLIER, {}, Direction.OUT),
        ({**WE, "account": OURS_TOO}, WE, {}, Direction.OWN_TRANSFER),
        (ROMASHKA, SUPPLIER, {"credited_on": "11.11.2026"}, Direction.IN),
        (ROMASHKA, SUPPLIER, {"debited_on": "11.11.2026"}, Direction.OUT),
        (ROMASHKA, NOBODY, {}, Direction.UNKNOWN),
        (
            ROMASHKA,
            SUPPLIER,
            {"debited_on": "11.11.2026", "credited_on": "11.11.2026"},
            Direction.UNKNOWN,
        ),
    ],
)
def test_whose_accounts_stand_there_tells_the_direction(payer, payee, dates, direction):
    found = read(statement(document(payer=payer, payee=payee, **dates)))

    own = Own.of(found, known={OURS_TOO})

    assert direction_of(found.entries[0], own) == direction


def test_an_account_under_the_other_key_is_the_partys_too():
    payee = {**WE, "account": "30101810000000000001"}
    found = read(statement(document(payee=payee, extra=[f"ПолучательРасчСчет={OURS}"])))

    assert direction_of(found.entries[0], Own.of(found)) == Direction.IN


def test_money_is_of_the_day_when_it_came():
    came_later = only_entry(document(credited_on="12.11.2026"))
    no_day_said = only_entry(document())

    assert business_day(came_later, Direction.IN) == date(2026, 11, 12)
    assert business_day(no_day_said, Direction.IN) == date(2026, 11, 11)


def keys(content):
    found = read(content)
    return keys_of(found, Own.of(found))


def test_a_line_is_known_again_in_any_other_statement():
    short = keys(statement(document()))
    longer = keys(statement(document(number="1"), document(), encoding="utf-8"))

    assert set(short) < set(longer)
    assert len(set(longer)) == 2


def test_two_like_lines_of_one_file_are_two():
    once, twice = keys(statement(document())), keys(statement(document(), document()))

    assert len(set(twice)) == 2
    assert once[0] == twice[0]


def compared(*sections, **file):
    found = read(statement(*sections, **file))
    return [(each.what, each.declared, each.counted) for each in differences(found, Own.of(found))]


def test_control_sums_that_agree_say_nothing():
    paid = document(number="2", payer=WE, payee=SUPPLIER, amount="345.50", debited_on="12.11.2026")
    days = [
        balance(opening="10", came="12345.50"),
        balance(since="12.11.2026", opening="12355.50", went="345.50"),
    ]

    assert compared(*days, document(), paid) == []


def test_control_sums_that_differ_are_shown_and_the_lines_are_read():
    days = [
        balance(opening="10", came="67770", closing="1"),
        balance(since="12.11.2026", opening="2", went="5"),
    ]

    assert compared(*days, document()) == [
        (What.RECEIVED, Decimal("67770"), Decimal("12345.50")),
        (What.CLOSING, Decimal("1"), Decimal("67780")),
        (What.SPENT, Decimal("5"), Decimal("0")),
        (What.OPENING, Decimal("2"), Decimal("1")),
    ]


def test_an_own_transfer_that_the_bank_wrote_twice_counts_once_for_either_account():
    transfer = document(payer={**WE, "account": OURS_TOO}, amount="100")
    days = [balance(came="100"), balance(account=OURS_TOO, opening="100", went="100")]

    assert compared(*days, transfer, transfer, accounts=(OURS, OURS_TOO)) == []


def test_ten_thousand_documents_are_read_and_compared_in_seconds():
    sections = [document(number=str(number)) for number in range(10_000)]
    content = statement(balance(came="123455000"), *sections)
    began = time.perf_counter()

    found = read(content)
    own = Own.of(found)

    assert len(set(keys_of(found, own))) == 10_000
    assert differences(found, own) == []
    assert time.perf_counter() - began < 6
