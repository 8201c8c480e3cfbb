"""Orders of the time before come into the archive from a file, and are orders like any other."""

from datetime import date
from decimal import Decimal

import pytest

from clients.models import ClientSummary
from company.models import Counter
from orders.models import Payment, Position, WorkOrder
from production.models import Defect
from tests import given
from tests.clients import files
from tests.clients.test_run_import import counts, notes

pytestmark = pytest.mark.django_db
HEAD = [
    "Номер заказа",
    "Дата заказа",
    "Клиент",
    "Телефон клиента",
    "Что делали",
    "Сумма",
    "Состояние",
]
OLD = ["А-123/19", "12.03.2019", "Мария Светлова", "8 916 123-45-67",
       "Зеркало в прихожую 600х1200", "12 500,50", "выдан"]  # fmt: skip


@pytest.fixture
def anna():
    return given.employee("director")


def brought_in(*rows, by):
    return files.brought_in(files.csv([HEAD, *rows]), by=by, kind="orders")


def test_an_old_order_stands_in_the_archive_under_its_number(anna):
    maria = given.client("Мария Светлова", "+7 916 123-45-67")

    found = brought_in(OLD, by=anna)

    assert counts(found) == {"new": 1}
    order = WorkOrder.objects.get()
    assert (order.number, order.client, order.total, order.debt) == (
        "А-123/19",
        maria,
        Decimal("12500.50"),
        0,
    )
    assert order in WorkOrder.objects.archive()
    assert order.accepted_at.date() == date(2019, 3, 12)
    assert order.positions.get().title == OLD[4]


def test_it_is_found_and_counted_as_any_other(anna):
    maria = given.client("Мария Светлова", "+7 916 123-45-67")
    brought_in(OLD, by=anna)
    order = WorkOrder.objects.get()

    for text in ("А-123/19", "зеркало прихожую", "светлова", "4567"):
        assert list(WorkOrder.objects.visible_to(anna).found_by(text, anna)) == [order], text
    summary = ClientSummary.objects.get(client=maria)
    assert (summary.orders_count, summary.ordered_sum, summary.debt_sum) == (1, order.total, 0)


def test_numbering_cash_and_the_shop_know_nothing_of_it(anna, login):
    given.client("Мария Светлова", "+7 916 123-45-67")
    numbers = list(Counter.objects.values_list("series", "year", "last"))

    brought_in(OLD, by=anna)

    assert list(Counter.objects.values_list("series", "year", "last")) == numbers
    assert not Payment.objects.exists()
    assert not Position.objects.filter(goes_to_shop=True).exists()
    assert not Defect.objects.exists()
    page = login(anna).get(WorkOrder.objects.get().get_absolute_url())
    assert page.status_code == 200
    assert "А-123/19" in page.content.decode()
    assert given.order().seq == 1


def test_a_second_run_changes_nothing_and_undoing_takes_all_away(anna):
    given.client("Мария Светлова", "+7 916 123-45-67")
    found = brought_in(OLD, [*OLD[:0], "А-124/19", *OLD[1:]], by=anna)
    assert counts(found) == {"new": 2}

    assert counts(brought_in(OLD, by=anna)) == {"same": 1}

    files.undone(found, by=anna)
    assert not WorkOrder.objects.exists()


def test_each_wrong_row_says_why(anna):
    for name in ("Олег Гром", "Олег Гром"):
        given.client(name, "")
    rows = [
        ["1", "12.03.2019", "Никто", "", "", "100", ""],
        ["2", "12.03.2019", "Олег Гром", "", "", "100", ""],
        ["3", "12.03.2219", "Олег Гром", "", "", "100", "в работе"],
        ["", "12.03.2019", "Олег Гром", "", "", "много", ""],
    ]

    found = brought_in(*rows, by=anna)

    nobody, several, future, unsaid = notes(found)
    assert "сначала загрузите клиентов" in nobody
    assert "Подходит нескольким" in several
    assert "ещё не наступил" in future
    assert "не закончен" in future
    assert "не число" in unsaid
    assert not WorkOrder.objects.exists()


def test_a_cancelled_one_is_cancelled_and_not_counted(anna):
    maria = given.client("Мария Светлова", "+7 916 123-45-67")

    brought_in([*OLD[:6], "отменён"], by=anna)

    order = WorkOrder.objects.get()
    assert order.is_cancelled
    assert ClientSummary.objects.get(client=maria).orders_count == 0
