"""The base counted: each figure opens a list of exactly as many clients."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from clients.models import ClientSummary
from core import clock
from tests import given
from tests.given import condition

pytestmark = pytest.mark.django_db


@pytest.fixture
def base():
    """Ten clients of all kinds over three months, and a supplier who is none of them."""
    olga, vera = given.employee(), given.employee()
    for number in range(10):
        client = given.client(
            f"Клиент {number}",
            by=(olga, vera)[number % 2],
            kind=("person", "organisation")[number % 3 == 0],
            ad_source=given.ad_source() if number % 4 else None,
            region=given.region() if number % 3 else None,
            created_at=clock.now() - timedelta(days=9 * number),
        )
        ClientSummary.objects.filter(client=client).update(
            orders_count=number % 5,
            last_order_at=clock.now() - timedelta(days=200 * number) if number % 5 else None,
        )
    given.client("Поставщик", by=olga, is_client=False, is_supplier=True)
    given.segment(condition("orders_count", "at_least", 3), by=olga, name="Постоянные")
    return olga


def opened(browser, url):
    return browser.get(url).context["list"].queryset.count()


@pytest.mark.parametrize(
    "by", ["kind", "segment", "ad_source", "region", "responsible", "relation", "month"]
)
def test_each_figure_opens_a_list_of_as_many(login, base, by):
    browser = login(base)

    report = browser.get(reverse("core:report", args=["client_base"]), {"by": by}).context["report"]

    cells = [cell for row in report.body() for cell in row if cell["url"]]
    assert cells
    for cell in cells:
        assert opened(browser, cell["url"]) == cell["value"], cell["url"]
    if by != "segment":
        assert sum(row["clients"] for row in report.table) == 10


def test_a_period_narrows_figures_and_lists(login, base):
    browser, since = login(base), clock.today() - timedelta(days=30)
    asked = {"by": "month", "since": since.isoformat()}

    report = browser.get(reverse("core:report", args=["client_base"]), asked).context["report"]

    assert sum(row["clients"] for row in report.table) == 4
    for row in report.body():
        assert opened(browser, row[1]["url"]) == row[1]["value"]


def test_how_many_there_were_on_a_date(login, base):
    browser, until = login(base), clock.today() - timedelta(days=20)
    asked = {"since": (until - timedelta(days=1)).isoformat(), "until": until.isoformat()}

    report = browser.get(reverse("core:report", args=["base_growth"]), asked).context["report"]

    assert report.table[-1]["clients"] == 7
    assert opened(browser, report.body()[-1][2]["url"]) == 7


def test_growth_is_held_against_the_month_before(login):
    olga = given.employee()
    for day in (date(2026, 1, 5), date(2026, 1, 31), date(2026, 3, 1)):
        given.client(f"С {day}", by=olga, created_at=clock.midnight(day))
    asked = {"since": "2026-01-01", "until": "2026-03-31"}

    page = login(olga).get(reverse("core:report", args=["base_growth"]), asked)

    table = page.context["report"].table
    assert [(row["came"], row["clients"], row["growth"]) for row in table] == [
        (2, 2, None),
        (0, 2, 0),
        (1, 3, 50),
    ]
