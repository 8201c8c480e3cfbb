"""DR3: what each employee has prepared, sent and brought to agreement."""

from datetime import timedelta

import pytest
from django.urls import reverse

from core import clock
from core.registry import reports
from sales.proposals import actions
from sales.proposals.reports import sums_by_employee
from tests import given

pytestmark = pytest.mark.django_db


def test_each_figure_stands_in_the_month_of_its_own_day(login):
    olga, igor = given.employee("manager"), given.employee("manager")
    last_month = clock.now().replace(day=1) - timedelta(days=3)
    with clock.at(last_month):
        kept = given.proposal(by=olga, days=60)
    given.proposal(by=igor)
    actions.give_proposal(kept, by=olga, address_of=given.shown_at)
    actions.accept_proposal(kept, by=olga)
    today = clock.today()

    this = {row["employee"]: row for row in sums_by_employee(today.replace(day=1), today)}

    assert (this[olga]["prepared"], this[olga]["sent"], this[olga]["accepted"]) == (0, 1, 1)
    assert (this[olga]["sent_sum"], this[igor]["prepared_sum"]) == (1768, 1768)


def test_a_figure_opens_the_proposals_behind_it(login):
    olga, director = given.employee("manager"), given.employee("director")
    sent = given.sent_proposal(by=olga)
    draft = given.proposal(by=olga)
    found = reports["proposals_by_employee"](director, {})

    [cells] = found.body()
    by_code = {cell["column"].code: cell for cell in cells}
    page = login(director).get(by_code["sent"]["url"]).content.decode()

    assert by_code["sent"]["value"] == 1
    assert sent.number in page
    assert draft.number not in page


def test_the_page_asks_as_often_for_many_as_for_few(login, django_assert_max_num_queries):
    olga = given.employee("manager")
    browser = login(olga)
    of = given.client(by=olga)
    for _each in range(3):
        given.proposal(of, by=olga)
    browser.get(reverse("sales:proposals"))

    with django_assert_max_num_queries(14):
        browser.get(reverse("sales:proposals"))
