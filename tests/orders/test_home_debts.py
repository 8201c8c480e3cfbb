"""The day begins with what was not paid in time: for a manager their own, for a director all."""

from datetime import timedelta

import pytest
from django.urls import reverse

from core import clock
from orders import actions
from orders.money.debts import home
from tests import given

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def overdue(by):
    with clock.at(clock.now() - 10 * DAY):
        return given.invoice(given.order(by=by), by=by, due_on=clock.today() + 3 * DAY)


def test_a_manager_sees_their_own_and_a_director_all(login, olga):
    first, other = overdue(olga), overdue(given.employee("manager", office=olga.office))
    chief = given.employee("director")

    mine, all_ = home.overdue(olga), home.overdue(chief)

    assert (mine["count"], mine["sum"]) == (1, first.open_amount)
    assert (all_["count"], all_["sum"]) == (2, first.open_amount + other.open_amount)
    listed = login(olga).get(mine["url"]).text
    assert first.number in listed
    assert other.number not in listed
    assert "1 счёт не оплачен в срок" in login(olga).get(reverse("today")).text


def test_nothing_is_shown_when_all_is_paid(login, olga):
    invoice = overdue(olga)
    actions.pay_invoice(invoice, by=olga, amount=invoice.amount, method="transfer")

    assert home.overdue(olga) is None
    assert "Просроченные счета" not in login(olga).get(reverse("today")).text


def test_many_cost_one_question(olga, django_assert_num_queries):
    for _each in range(3):
        overdue(olga)

    with django_assert_num_queries(1):
        assert home.overdue(olga)["count"] == 3
