"""Whoever decides sees what is at stake: the deal's margin, the client's value."""

from datetime import timedelta
from decimal import Decimal

import pytest

from catalog.actions import agree_payment_terms
from clients.models import AverageRelation, ClientSummary
from company.models import Approval
from core import clock
from tests import given

pytestmark = pytest.mark.django_db


def page(browser, approval):
    answer = browser.get(approval.get_absolute_url())
    assert answer.status_code == 200
    return answer.text.replace("\xa0", " ")


@pytest.fixture
def asked(login):
    given.costs()
    olga = given.employee()
    order = given.calculation(by=olga, discount_percent=Decimal(15), reason="Постоянный клиент")
    AverageRelation.objects.create(counted_on=clock.today(), days=730, clients_count=312)
    ClientSummary.objects.filter(client=order.client).update(
        orders_count=4,
        ordered_sum=120_000,
        first_order_at=clock.now() - timedelta(days=366),
        last_order_at=clock.now(),
    )
    return Approval.objects.get()


def test_the_director_sees_the_margin_and_what_the_client_is_worth(login, asked):
    shown = page(login(given.employee("director")), asked)

    assert "Маржа 43,1 %, со скидкой 33,1 %, себестоимость 824,00 ₽" in shown
    assert "120 000,00 ₽" in shown
    assert "Ожидается за средний срок отношений" in shown
    assert "учтено клиентов: 312" in shown


def test_the_manager_who_asked_sees_the_value_and_no_cost(login, asked):
    shown = page(login(asked.asked_by), asked)

    assert "120 000,00 ₽" in shown
    assert "себестоимость" not in shown
    assert "824,00" not in shown


def test_of_a_deferral_the_value_is_shown_too(login, asked):
    client = given.client("Анна", "+7 916 000-00-07")
    ClientSummary.objects.filter(client=client).update(ordered_sum=55_000)
    terms = {"deferral_days": 30, "deferral_unit": "days", "reason": "Тендер"}
    question = agree_payment_terms(client, by=asked.asked_by, **terms)

    shown = page(login(given.employee("director")), question)
    assert "55 000,00 ₽" in shown
    assert "себестоимость" not in shown
