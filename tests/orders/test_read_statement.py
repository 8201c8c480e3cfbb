"""A statement is read: what is whole is taken, what is wrong is named with its line."""

import time
from datetime import date
from decimal import Decimal

import pytest

from core.errors import Refused
from orders.money.statements import decoding
from orders.money.statements.control import What, differences
from orders.money.statements.direction import Direction, Own, business_day, direction_of
from orders.money.statements.reading import MOST_FAULTS, read
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


def only_entry(*sections, **file):
    (entry,) = read(statement(*sections, **file)).entries
    return entry


def said(found):
    return [(fault.line, fault.text) for fault in found.faults]


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


@pytest.mark.parametrize(
    ("encoding", "is_said"),
    [
        ("cp1251", "Windows"),
        ("utf-8", "Windows"),
        ("utf-8-sig", "DOS"),
        ("cp866", "DOS"),
        ("cp866", "Windows"),
    ],
)
def test_the_encoding_is_found_whatever_the_header_says(encoding, is_said):
    found = read(statement(document(), encoding=encoding, said=is_said))

    assert found.encoding == encoding
    assert found.entries[0].payer.name == 'ООО "Ромашка"'


def test_utf_8_that_was_cut_off_inside_a_letter_is_utf_8_still():
    content = statement(document(), document(number="7"), encoding="utf-8")

    found = read(content[: content.rindex("№".encode()) + 1])

    assert found.encoding == "utf-8"
    assert found.entries[0].payer.name == 'ООО "Ромашка"'


@pytest.mark.parametrize("in_front", [b"\r\n\r\n", b"  \n", "\ufeff\n".encode()])
def test_blank_lines_in_front_are_passed_over(in_front):
    found = read(in_front + statement(document(), encoding="utf-8"))

    assert len(found.entries) == 1


@pytest.mark.parametrize("line_end", [b"\n", b"\r", b"\r\n", b"\r\r\n"])
def test_lines_end_as_any_system_ends_them(line_end):
    found = read(statement(document()).replace(b"\r\n", line_end))

    assert len(found.entries) == 1
    assert found.faults == ()


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


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "пуст"),
        (b" \r\n \r\n", "пуст"),
        (b"\x00" * 1000, "не текстовый"),
        ("1CClientBankExchange\n".encode("utf-16"), "не текстовый"),
        (b"%PDF-1.7\nsomething", "первая строка"),
        ("Дата;Сумма\n11.11.2026;5".encode(), "первая строка"),
        (b"1CClientBankExchange\n" + b"x" * 1_000_000, "Ничего"),
        (b"1CClientBankExchange", "Ничего"),
        (
            statement(document(), encoding="utf-8").replace("о".encode(), "\ufffd".encode()),
            "потеряны",
        ),
    ],
)
def test_what_is_no_statement_is_refused_in_one_sentence(content, sentence):
    with pytest.raises(Refused, match=sentence):
        read(content)


def test_a_file_beyond_all_measure_is_refused_unread(monkeypatch):
    monkeypatch.setattr(decoding, "MAX_BYTES", 500)

    with pytest.raises(Refused, match="больше"):
        read(statement(document()))


def test_one_lost_letter_is_named_and_costs_nothing_else():
    content = statement(document(), encoding="utf-8").replace("№".encode(), "\ufffd".encode())

    found = read(content)

    assert len(found.entries) == 1
    assert said(found) == [(21, "В строке 21 потеряны буквы.")]


def test_a_hundred_thousand_faults_are_summed_up():
    found = read(statement(document(), ["чепуха"] * 100_000))

    assert len(found.entries) == 1
    assert len(found.faults) == MOST_FAULTS + 1
    assert found.faults[-1].text == f"И ещё замечаний: {100_000 - MOST_FAULTS}."


def test_an_endless_line_is_cut_and_named():
    found = read(statement(document(purpose="а" * 1_000_000), document(number="7")))

    assert len(found.entries) == 2
    assert len(found.entries[0].purpose) == 2_000
    assert said(found) == [(21, "Строка 21 слишком длинная: она обрезана.")]


def test_what_stands_behind_the_end_is_read_or_named():
    two = statement(document()) + b"\r\n" + statement(document(number="7"))

    found = read(two)

    assert [entry.number for entry in found.entries] == ["6502", "7"]
    assert [text for _line, text in said(found)] == ["Со строки 24 начинается другая выписка."]


def test_ten_thousand_documents_are_read_and_compared_in_seconds():
    sections = [document(number=str(number)) for number in range(10_000)]
    content = statement(balance(came="123455000"), *sections)
    began = time.perf_counter()

    found = read(content)
    own = Own.of(found)

    assert len(set(keys_of(found, own))) == 10_000
    assert differences(found, own) == []
    assert time.perf_counter() - began < 6
