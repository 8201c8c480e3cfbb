"""A month's forecast makes itself, is corrected with a remark, frozen once, and compared."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from clients.models import ClientSummary
from core import clock
from core.errors import Refused
from sales.models import Forecast
from sales.plan import actions
from sales.plan.compared import last_day
from sales.plan.forecasting import summed
from sales.plan.grounds import expected
from sales.plan.models.forecast import Ground
from sales.plan.reports import ForecastAccuracyReport
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def olga():
    return given.employee(last_name="Ольшанская")


@pytest.fixture
def month():
    return clock.today().replace(day=1)


def rhythm(client, *, first, last, count, total):
    """So many orders between two days ago."""
    now = clock.now()
    ClientSummary.objects.filter(client=client).update(
        orders_count=count,
        ordered_sum=total,
        first_order_at=now - timedelta(days=first),
        last_order_at=now - timedelta(days=last),
    )


def test_a_deal_counts_by_its_probability(olga, month):
    day = last_day(month)
    given.deal(by=olga, expected_sum=Decimal(50_000), expected_on=day)

    [found] = expected(month, [olga.pk])

    assert (found.ground, found.likely, found.on) == (Ground.DEAL, Decimal(5_000), day)
    assert found.is_new


def test_a_deal_of_another_month_does_not(olga, month):
    later = last_day(month) + timedelta(days=1)
    given.deal(by=olga, expected_sum=Decimal(50_000), expected_on=later)

    assert expected(month, [olga.pk]) == []


def test_a_regular_client_who_is_due_counts_half_an_average_order(olga):
    client = given.client(by=olga)
    rhythm(client, first=70, last=10, count=3, total=9_000)
    due = (clock.now() + timedelta(days=20)).date()

    [found] = expected(due.replace(day=1), [olga.pk])

    assert (found.ground, found.amount, found.likely) == (Ground.REPEAT, 3_000, 1_500)


def test_a_client_with_an_open_deal_counts_once(olga, month):
    client = given.client(by=olga)
    rhythm(client, first=31, last=1, count=31, total=9_000)
    given.deal(client, by=olga, expected_sum=Decimal(7_000), expected_on=last_day(month))

    assert [each.ground for each in expected(month, [olga.pk])] == [Ground.DEAL]


def test_a_manager_corrects_with_a_remark(olga, month):
    following = last_day(month) + timedelta(days=1)
    words = {"new": Decimal(10), "regular": None}
    with pytest.raises(Refused):
        actions.adjust_forecast(following, olga, by=olga, remark=" ", **words)

    kept = actions.adjust_forecast(following, olga, by=olga, remark="Ждём сеть", **words)

    assert summed([], kept).total == 10


def test_the_month_is_frozen_once_and_then_stands(olga, month):
    given.deal(by=olga, expected_sum=Decimal(50_000), expected_on=last_day(month))

    assert actions.freeze_forecasts() >= 1
    given.deal(by=olga, expected_sum=Decimal(90_000), expected_on=last_day(month))
    assert actions.freeze_forecasts() == 0

    kept = Forecast.objects.get(manager=olga)
    assert (kept.new_sum, kept.lines.count()) == (5_000, 1)
    with pytest.raises(Refused):
        actions.adjust_forecast(month, olga, by=olga, new=None, regular=None, remark="")


def test_a_proposal_without_a_deal_is_expected_until_its_term_ends(olga, month):
    offered = given.sent_proposal(by=olga)
    deal = given.deal(by=olga)
    given.sent_proposal(deal.client, by=olga, deal=deal)

    found = [
        each
        for each in expected(offered.valid_until.replace(day=1), [olga.pk])
        if each.ground == Ground.PROPOSAL
    ]

    assert [(each.row, each.probability, each.on) for each in found] == [
        (offered.pk, 40, offered.valid_until)
    ]


def test_it_is_compared_with_what_came(olga, month):
    given.deal(by=olga, expected_sum=Decimal(50_000), expected_on=last_day(month))
    actions.freeze_forecasts()
    order = given.order(by=olga)

    rows = ForecastAccuracyReport(given.employee("director"), {}).table

    row = next(each for each in rows if each["manager"] == olga.short_name)
    assert (row["said"], row["sold"]) == (5_000, order.total)
    assert row["difference"] == order.total - 5_000


def test_the_page_shows_and_corrects_the_forecast(olga, month, login):
    given.deal(by=olga, expected_sum=Decimal(50_000), expected_on=last_day(month))
    browser = login(olga)
    assert browser.get(reverse("sales:forecast")).status_code == 200

    answer = browser.post(reverse("sales:adjust_forecast"), {"new": "7 000", "remark": "Подпишут"})

    assert answer.status_code == 302
    assert Forecast.objects.get().adjusted_new == 7_000


def test_questions_do_not_grow_with_the_grounds(olga, month, django_assert_num_queries):
    for _each in range(3):
        given.deal(by=olga, expected_sum=Decimal(50_000), expected_on=last_day(month))
    with django_assert_num_queries(6):
        assert len(expected(month, [olga.pk])) == 3
