"""What was spent by the bank: each figure opens the lines that it counts."""

from decimal import Decimal

import pytest
from django.urls import reverse

from core import clock
from orders import actions
from orders.models import ExpenseKind
from tests import given
from tests.orders.bank_file import NOBODY, SUPPLIER, WE, document, statement

pytestmark = pytest.mark.django_db
TODAY = clock.today().strftime("%d.%m.%Y")
FILM = {"name": "ООО «Плёнка»", "inn": "7700000009", "account": "4" * 20}


@pytest.fixture
def vera():
    given.bank_account()
    return given.employee("accountant")


def spent(amount, payee, by, *, kind=None, day=TODAY):
    spent.number += 1
    sent = document(amount=str(amount), payer=WE, payee=payee, purpose="За материал", day=day,
                    number=str(spent.number))  # fmt: skip
    line = given.statement(statement(sent), by=by).lines.get()
    if line.is_to_be_finished or kind:
        actions.keep_expense(line, by=by, kind=kind)


spent.number = 0


@pytest.fixture
def expenses(vera):
    glass, rent = (
        ExpenseKind.objects.create(name=name) for name in ("Стекло оптом", "Аренда цеха")
    )
    spent(1000, SUPPLIER, vera, kind=glass)
    spent(500, SUPPLIER, vera, kind=glass)
    spent(300, SUPPLIER, vera, kind=rent)
    spent(200, FILM, vera, kind=glass)
    spent(70, {**NOBODY, "account": "5" * 20}, vera)
    spent(40, FILM, vera, kind=glass, day="15.01.2024")


def page_of(browser, **asked):
    period = {"since": clock.today().replace(day=1).isoformat()}
    return browser.get(reverse("core:report", args=["expenses"]), period | asked)


def opened(browser, url):
    """How many lines the list shows, and their sum."""
    rows = browser.get(url).context["list"].queryset
    return len(rows), sum(row.amount for row in rows)


def test_expenses_are_counted_by_month_kind_and_supplier(login, vera, expenses):
    table = page_of(login(vera)).context["report"].table

    counted = {(row["kind"], row["supplier"], row["lines"], row["amount"]) for row in table}
    assert counted == {
        ("Стекло оптом", SUPPLIER["name"], 2, Decimal(1500)),
        ("Аренда цеха", SUPPLIER["name"], 1, Decimal(300)),
        ("Стекло оптом", FILM["name"], 1, Decimal(200)),
        ("Не указан", "Не назван", 1, Decimal(70)),
    }


@pytest.mark.parametrize("by", ["", "month", "kind", "supplier"])
def test_a_figure_and_the_list_behind_it_agree(login, vera, expenses, by):
    browser = login(vera)
    report = page_of(browser, by=by, since="2024-01-01").context["report"]

    for row, cells in zip(report.table, report.body(), strict=True):
        assert opened(browser, cells[-1]["url"]) == (row["lines"], row["amount"])
    assert opened(browser, report.foot()[-1]["url"]) == (6, Decimal(2110))
    assert report.totals["amount"] == Decimal(2110)


def test_a_kind_narrows_the_report_and_its_lists(login, vera, expenses):
    browser = login(vera)
    rent = ExpenseKind.objects.get(name="Аренда цеха")

    report = page_of(browser, kind=rent.pk).context["report"]

    assert [row["amount"] for row in report.table] == [Decimal(300)]
    assert opened(browser, report.foot()[-1]["url"]) == (1, Decimal(300))


def test_clients_money_is_no_expense(login, vera):
    order = given.order(by=given.employee(), of=given.organisation())
    came = document(amount=str(order.debt), purpose=f"заказ {order.number}", day=TODAY)
    given.statement(statement(came), by=vera)

    assert page_of(login(vera)).context["report"].table == []


def test_the_report_costs_the_same_for_any_number_of_lines(
    login, vera, expenses, django_assert_max_num_queries
):
    browser = login(vera)
    page_of(browser)
    with django_assert_max_num_queries(8):
        page_of(browser)
