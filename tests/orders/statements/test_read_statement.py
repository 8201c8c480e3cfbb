"""A statement is read: what is whole is taken, what is wrong is named with its line."""

from datetime import date
from decimal import Decimal

import pytest

from orders.money.statements.reading import read
from tests.orders.bank_file import OURS, OURS_TOO, ROMASHKA, balance, document, statement
from tests.orders.statements.as_read import only_entry, said


def test_a_whole_statement_is_read_without_a_fault():
    found = read(statement(balance(came="12345.50"), document(credited_on="11.11.2026")))

    (entry,) = found.entries
    assert (entry.number, entry.day, entry.amount) == (
        "6502",
        date(2026, 11, 11),
        Decimal("12345.50"),
    )
    assert (entry.payer.name, entry.payer.inn) == ('ООО "Ромашка"', "7700000009")
    assert entry.purpose == "Оплата по счету № 123 от 02.11.2026"
    assert (found.accounts, found.faults) == ((OURS,), ())
    assert found.period == (date(2026, 11, 11), date(2026, 11, 11))


def test_keys_are_known_in_any_spelling_and_only_the_first_equals_sign_divides():
    lines = [line.replace("Сумма", "СУММА") for line in document(purpose="счет=123; сумма=5")]

    entry = only_entry(lines)

    assert entry.amount == Decimal("12345.50")
    assert entry.purpose == "счет=123; сумма=5"


def test_the_first_of_two_values_counts_but_accounts_of_the_header_add_up():
    entry = only_entry(document(extra=["Номер=999", "Сумма=1"]))
    found = read(statement(document(), accounts=(OURS, OURS_TOO)))

    assert (entry.number, entry.amount) == ("6502", Decimal("12345.50"))
    assert found.accounts == (OURS, OURS_TOO)


@pytest.mark.parametrize(
    ("written", "amount"),
    [("200", "200"), ("45329.91", "45329.91"), ("13056,5", "13056.50"), ("1 200.00", "1200")],
)
def test_sums_are_read_as_banks_write_them(written, amount):
    assert only_entry(document(amount=written)).amount == Decimal(amount)


@pytest.mark.parametrize("wrong", ["", "сто", "12.345", "-5", "0.00", "1e5", "9" * 30])
def test_a_document_without_a_readable_sum_is_named_and_the_others_are_read(wrong):
    found = read(statement(document(amount=wrong), document(number="7")))

    assert [entry.number for entry in found.entries] == ["7"]
    assert any("6502" in fault.text for fault in found.faults)
    assert all(fault.line for fault in found.faults)


@pytest.mark.parametrize("wrong", ["", "31.02.2026", "2026-11-11", "11.11.26", "01.01.0001"])
def test_a_document_without_a_readable_date_is_named_with_its_line(wrong):
    found = read(statement(document(day=wrong)))

    assert found.entries == ()
    assert (8, "Документ № 6502 не прочитан: нет даты.") in said(found)


def test_digits_of_another_script_are_no_sum():
    content = statement(document(amount="١٢٣"), document(number="7"), encoding="utf-8")

    assert [entry.number for entry in read(content).entries] == ["7"]


def test_a_line_that_says_nothing_is_named():
    found = read(statement(document(extra=["продолжение назначения"])))

    assert len(found.entries) == 1
    assert said(found) == [(22, "Строка 22 ничего не сообщает: «продолжение назначения».")]


def test_a_document_without_its_end_is_kept_for_a_person_to_look_at():
    found = read(statement(document(without_end=True), document(number="7")))

    first, second = found.entries
    assert (first.is_whole, second.is_whole) == (False, True)
    assert said(found) == [
        (8, "У документа № 6502 нет конца: посмотрите его, прежде чем проводить.")
    ]


def test_missing_ends_of_the_account_and_of_the_file_are_named():
    lines = balance(came="12345.50")[:-1]

    found = read(statement(lines, document(), end=""))

    assert (len(found.balances), len(found.entries)) == (1, 1)
    assert [text for _line, text in said(found)] == [
        "У раздела со строки 8 нет конца.",
        "Нет конца файла: выписка может быть оборвана.",
    ]


@pytest.mark.parametrize("inn", ["4", "0", "", "0000000000", "7700000008"])
def test_an_inn_that_cannot_be_one_is_absent(inn):
    entry = only_entry(document(payer={**ROMASHKA, "inn": inn}))

    assert (entry.payer.inn, entry.payer.name) == ("", 'ООО "Ромашка"')


def test_the_name_stands_without_inn_and_kpp():
    with_kpp = ["Плательщик=ИНН 7700000009/770001001 ООО Ромашка", "ПлательщикИНН= 7700000009"]
    own_line = ["Плательщик=ИНН 7700000009 ООО Ромашка", "Плательщик1=Ромашка, ООО"]
    start = ["СекцияДокумент=Прочее", "Номер=FDC240", "Дата=11.11.2026", "Сумма=1"]

    first, second = read(
        statement([*start, *with_kpp, "КонецДокумента"], [*start, *own_line, "КонецДокумента"])
    ).entries

    assert (first.payer.name, first.payer.inn) == ("ООО Ромашка", "7700000009")
    assert (second.payer.name, second.payer.inn) == ("Ромашка, ООО", "7700000009")
    assert first.number == "FDC240"


def test_a_purpose_in_parts_is_put_together():
    parts = ["НазначениеПлатежа1=Оплата по счету", "НазначениеПлатежа2=№ 123"]

    assert only_entry(document(purpose="", extra=parts)).purpose == "Оплата по счету № 123"


def test_what_stands_behind_the_end_is_read_or_named():
    two = statement(document()) + b"\r\n" + statement(document(number="7"))

    found = read(two)

    assert [entry.number for entry in found.entries] == ["6502", "7"]
    assert [text for _line, text in said(found)] == ["Со строки 24 начинается другая выписка."]
