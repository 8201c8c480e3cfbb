"""What is owed, by client and age, and what was promised against what came: each figure opens its
list, and the list has the same sum."""

from datetime import timedelta
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import QueryDict

from core import clock, registry
from orders.models import WorkOrder
from tests import given
from tests.orders.test_overdue import days_ago, invoice_overdue, owed_since

pytestmark = pytest.mark.django_db
LISTS = {"/orders/invoices/": "invoices", "/orders/overdue/unbilled/": "unbilled"}


def report(code, user, **filters):
    return registry.reports[code](user, filters)


def behind(cell, user):
    """The rows of the list that a figure opens."""
    address = urlsplit(cell["url"])
    code = LISTS.get(address.path, "late_shipments")
    return registry.lists[code](user, QueryDict(address.query)).queryset


def test_each_figure_is_the_sum_of_its_list(olga):
    dear = given.client("Дорогой друг", "")
    invoice_overdue(3, by=olga, of=dear)
    invoice_overdue(40, by=olga, of=dear)
    invoice_overdue(100, by=olga)
    given.invoice(given.order(by=olga, of=dear), by=olga)
    owed_since(70, by=olga)

    debt = report("debt_by_age", olga)

    linked = [cell for line in debt.body() for cell in line if cell["url"]]
    assert len(linked) >= 8
    for cell in linked:
        sums = [getattr(row, "left_to_ask", None) or row.open_amount for row in behind(cell, olga)]
        assert sum(sums) == cell["value"]


def test_the_ages_add_up_to_the_debt(olga):
    for days in (0, 1, 7, 8, 30, 31, 60, 61, 90, 91):
        invoice_overdue(days, by=olga)
    owed_since(0, by=olga)

    debt = report("debt_by_age", olga)

    for line in debt.table:
        ages = [
            value for code, value in line.items() if code.startswith(("ahead", "days_", "over"))
        ]
        assert sum(ages) == line["total"]
    assert debt.totals["days_1_7"] == 2 * debt.totals["over_90"]
    assert debt.totals["ahead"] > Decimal(500)


def test_with_one_kind_chosen_the_totals_open_their_lists_too(olga):
    invoice_overdue(3, by=olga)
    invoice_overdue(5, by=olga)

    foot = report("debt_by_age", olga, what="invoices").foot()

    total = next(cell for cell in foot if cell["column"].code == "total")
    assert sum(row.open_amount for row in behind(total, olga)) == total["value"]


def test_promised_against_actual(olga):
    in_time, late = given.ready_order(by=olga), given.ready_order(by=olga)
    missing, ahead = given.order(by=olga), given.order(by=olga)
    for order, days in ((in_time, 0), (late, 4), (missing, 2), (ahead, -3)):
        WorkOrder.objects.filter(pk=order.pk).update(promised_on=days_ago(days))
    period = {
        "since": days_ago(10).isoformat(),
        "until": (clock.today() + timedelta(9)).isoformat(),
    }

    shown = report("promised_against_actual", olga, **period)

    line = shown.table[0]
    assert (line["promised"], line["in_time"], line["came_late"], line["still_late"]) == (
        4,
        1,
        1,
        1,
    )
    assert (line["share"], line["days"]) == (33.3, 4.0)
    for cell in shown.body()[0]:
        if cell["url"]:
            assert behind(cell, olga).count() == cell["value"]
            assert parse_qs(urlsplit(cell["url"]).query)["manager"] == [str(olga.pk)]
