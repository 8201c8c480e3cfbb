"""A file of the bank becomes text, in whatever encoding and however spoilt, or is refused."""

import pytest

from core.errors import Refused
from orders.money.statements import decoding
from orders.money.statements.reading import MOST_FAULTS, read
from tests.orders.bank_file import document, statement
from tests.orders.statements.as_read import said


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
