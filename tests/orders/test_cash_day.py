import json
from datetime import timedelta
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from core import clock
from orders import actions
from orders.reports import CashDay
from tests import given

pytestmark = pytest.mark.django_db
PAGE = reverse("core:report", args=["cash_day"])


def opened(employee, **filters):
    return CashDay(employee, filters)


def lines(report):
    return [(row["by"], row["method"], row["amount"]) for row in report.table]


def test_the_day_is_counted_by_who_took_it_and_how(olga):
    marina = given.employee("manager", last_name="Седова", first_name="Марина")
    order = given.order(by=olga, paid=1000)
    actions.take_payment(order, by=marina, amount=Decimal(300), method="card")
    actions.refund(order, by=olga, amount=Decimal(200), method="cash", ground="Скидка")

    report = opened(olga)

    assert lines(report) == [("Ольшанская О.", "Наличные", 800), ("Седова М.", "Карта", 300)]
    first = report.table[0]
    assert (first["received"], first["given_back"], first["count"]) == (1000, -200, 2)
    assert report.totals["amount"] == 1100


def test_a_corrected_row_leaves_the_drawer_as_it_was(olga):
    order = given.order(by=olga, paid=1000)

    actions.correct(order.payments.get(), by=olga, ground="Ошибка")

    assert (opened(olga).totals["amount"], opened(olga).totals["corrected"]) == (0, -1000)


def test_every_figure_opens_the_rows_it_counts(login, olga):
    order = given.order(by=olga, paid=1000)
    actions.take_payment(order, by=olga, amount=Decimal(300), method="card")
    actions.refund(order, by=olga, amount=Decimal(200), method="cash", ground="Скидка")
    browser = login(olga)

    answer = browser.get(PAGE)

    report = answer.context["report"]
    for line in [*report.body(), report.foot()]:
        cells = [cell for cell in line if cell["column"].kind == "money" and cell["url"]]
        assert cells
        for cell in cells:
            rows = browser.get(cell["url"]).context["list"].page.rows
            assert sum(row.amount for row in rows) == cell["value"]


def test_what_lacks_a_receipt_is_counted_and_opened(login, olga):
    order = given.order(by=olga, paid=1000)
    actions.take_payment(order, by=olga, amount=Decimal(300), method="cash")
    actions.write_receipt(order.payments.first(), by=olga, needed=False)
    browser = login(olga)

    answer = browser.get(PAGE)

    line = next(iter(answer.context["report"].body()))
    cell = next(each for each in line if each["column"].code == "without_receipt")
    behind = browser.get(cell["url"]).context["list"].page.rows
    assert (cell["value"], [row.amount for row in behind]) == (1, [300])


def test_another_day_another_method_another_person(olga):
    given.order(by=olga, paid=1000)
    marina = given.employee("manager")
    yesterday = (clock.today() - timedelta(days=1)).isoformat()

    assert opened(olga, since=yesterday, until=yesterday).table == []
    assert opened(olga, since=yesterday).totals["amount"] == 1000
    assert opened(olga, method="card").table == []
    assert opened(olga, by=str(marina.pk)).table == []
    assert opened(olga, by=str(olga.pk)).totals["amount"] == 1000
    assert opened(olga, since="когда-то").table == []


def test_the_money_counts_where_it_lies_not_where_the_order_was_taken(olga):
    order = given.order(by=olga)
    elsewhere = given.office("Офис на Соколе")
    director = given.employee("director", office=elsewhere)
    gusev = given.employee("manager", office=elsewhere)

    actions.take_payment(order, by=director, amount=Decimal(500), method="cash")

    assert opened(gusev).totals["amount"] == 500
    assert opened(olga).totals["amount"] == 0
    assert opened(director).totals["amount"] == 500


def test_the_chart_shows_a_bar_per_person_and_a_colour_per_method(login, olga):
    order = given.order(by=olga, paid=1000)
    actions.take_payment(order, by=olga, amount=Decimal(300), method="card")

    chart = opened(olga).chart_data()

    assert chart["labels"] == ["Ольшанская О."]
    assert {each["name"]: each["values"] for each in chart["series"]} == {
        "Наличные": [1000.0],
        "Карта": [300.0],
    }
    query = parse_qs(urlsplit(chart["urls"][0]).query)
    assert query["by"] == [str(olga.pk)]
    assert json.dumps(chart)


def test_it_goes_to_excel_and_csv(login, olga):
    given.order(by=olga, paid=1000)
    browser = login(olga)

    for file_format in ("xlsx", "csv"):
        answer = browser.get(reverse("core:report_export", args=["cash_day", file_format]))
        assert answer.status_code == 200


def test_who_may_not_see_the_cash(login):
    for role in ("quality", "worker"):
        assert login(given.employee(role)).get(PAGE).status_code == 403
    assert login(given.employee("accountant")).get(PAGE).status_code == 200
    assert login(given.employee("worker")).get(reverse("orders:payments")).status_code == 403


def test_a_payment_opens_its_order_only_where_the_order_may_be_seen(login, olga):
    order = given.order(by=olga)
    elsewhere = given.office("Офис на Соколе")
    director = given.employee("director", office=elsewhere)
    actions.take_payment(order, by=director, amount=Decimal(500), method="cash")
    payments = reverse("orders:payments")

    theirs = login(given.employee("manager", office=elsewhere)).get(payments).context["list"]
    directors = login(director).get(payments).context["list"]

    assert [line["url"] for line in theirs.body()] == [""]
    assert [line["url"] for line in directors.body()] == [order.get_absolute_url()]


def test_the_payments_cost_as_many_queries_for_many_rows_as_for_one(
    login, olga, django_assert_num_queries, django_assert_max_num_queries
):
    order = given.order(by=olga, paid=100)
    browser, payments = login(olga), reverse("orders:payments")
    browser.get(payments)

    with django_assert_max_num_queries(12) as counted:
        browser.get(payments)
    for _ in range(15):
        actions.take_payment(order, by=olga, amount=Decimal(10), method="card")
    with django_assert_num_queries(len(counted)):
        browser.get(payments)
