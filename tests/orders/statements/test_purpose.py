"""What a client types into the purpose of a payment, and which papers it names."""

import time

import pytest

from orders.money.statements.purpose import Paper, numbers_in

INVOICE, ORDER = Paper.INVOICE, Paper.ORDER


def named(purpose):
    return [(each.paper, each.year, each.seq or each.text) for each in numbers_in(purpose)]


@pytest.mark.parametrize(
    ("purpose", "papers"),
    [
        (
            "Оплата по счету № 123 от 02.11.2026. В т.ч. НДС 22% - 2226.24",
            [(INVOICE, 2026, 123)],
        ),
        ("Оплата по счёту № 10 от 15.08.2026", [(INVOICE, 2026, 10)]),
        ("ОПЛАТА ПО СЧЕТУ №10 ОТ 15.08.26Г.", [(INVOICE, 2026, 10)]),
        ("по счету N 10", [(INVOICE, None, 10)]),
        ("по счёту номер 14", [(INVOICE, None, 14)]),
        ("по счету INV-000021", [(INVOICE, None, 21)]),
        ("по счету № 1595/92", [(INVOICE, None, "1595/92")]),
        ("Оплата счета на оплату №88", [(INVOICE, None, 88)]),
        ("за стекло по счету №: 0000123 от 2 ноября 2026 г.", [(INVOICE, 2026, 123)]),
        ("счет 2026000123", [(INVOICE, 2026, 123)]),
        ("оплата по сч. СЧ-2026/000123 от 02.11.2026г.", [(INVOICE, 2026, 123)]),
        ("СЧ 2026/123 за зеркала", [(INVOICE, 2026, 123)]),
        ("сч-2026/000123", [(INVOICE, 2026, 123)]),
        ("По счету-договору № 7 от 10.10.26", [(INVOICE, 2026, 7)]),
        ("счет 123/26 от 02.11.2026", [(INVOICE, 2026, 123)]),
        ("СБП оплата по заказу 2026-000017", [(ORDER, 2026, 17)]),
        ("нз-2026-000017", [(ORDER, 2026, 17)]),
        ("Оплата наряд-заказа № 17 от 03.11.2026", [(ORDER, 2026, 17)]),
        ("за наряд заказ 2026-000017, зеркало", [(ORDER, 2026, 17)]),
        ("зак. 2026-17", [(ORDER, 2026, 17)]),
        ("заказ N17/2026", [(ORDER, 2026, 17)]),
        ("Предоплата 50% по заказу покупателя № 000017", [(ORDER, None, 17)]),
        ("Оплата по договору подряда № 45 от 01.02.2026", [(ORDER, 2026, 45)]),
        ("Аванс дог. № ГК-17/2025", [(ORDER, 2025, 17)]),
        ("по счету НЗ-2026-000017", [(ORDER, 2026, 17)]),
    ],
)
def test_one_paper_is_named_in_many_ways(purpose, papers):
    assert named(purpose) == papers


@pytest.mark.parametrize(
    ("purpose", "papers"),
    [
        (
            "по сч.№ 183 от 31.05.2022 г, № 211 от 30.06.2022 г",
            [(INVOICE, 2022, 183), (INVOICE, 2022, 211)],
        ),
        (
            "Оплата по счетам 123, 124 и 125 от 03.11.2026",
            [(INVOICE, None, 123), (INVOICE, None, 124), (INVOICE, 2026, 125)],
        ),
        (
            "Оплата по счетам №№ 123,124,125",
            [(INVOICE, None, 123), (INVOICE, None, 124), (INVOICE, None, 125)],
        ),
        (
            "по счету № СЧ-2026/000123, № СЧ-2026/000124",
            [(INVOICE, 2026, 123), (INVOICE, 2026, 124)],
        ),
        (
            "по счету № 5 и № 6 от 04.11.2026, договор № 9",
            [(INVOICE, None, 5), (INVOICE, 2026, 6), (ORDER, None, 9)],
        ),
        ("по счету № 12, счету № 12", [(INVOICE, None, 12)]),
    ],
)
def test_several_papers_in_one_purpose(purpose, papers):
    assert named(purpose) == papers


@pytest.mark.parametrize(
    "purpose",
    [
        "",
        "Перевод средств",
        "взаиморасчет 2026",
        "Перевод на р/счет 40702810900000000123",
        "на счет 40702810900000000123",
        "на лицевой счет № 445566",
        "по счету 7700000009",
        "Оплата счет-фактуры № 55 от 01.11.2026",
        "сч-ф 55",
        "сч.ф55",
        "Возмещение по операциям с использованием карт, мерчант 12345",
    ],
)
def test_what_names_no_paper_of_ours(purpose):
    assert named(purpose) == []


@pytest.mark.parametrize(
    "purpose",
    ["счет 123, 15000 руб", "Счет 123, 2 шт. зеркал", "счетам 123, 15000,50", "счетам 123, 3 шт"],
)
def test_a_sum_or_a_quantity_behind_a_number_is_no_number(purpose):
    assert named(purpose) == [(INVOICE, None, 123)]


@pytest.mark.parametrize(
    "piece", ["счет ", "сч. 1", "№ ", "счет № 1, ", "на оплату ", "с", "1-", "счет на оплату за а "]
)
def test_a_purpose_that_was_made_to_be_slow_is_not(piece):
    began = time.perf_counter()

    numbers_in(piece * 100_000)

    assert time.perf_counter() - began < 0.5
