"""The list of all that was said and is planned, narrowed by what a director asks."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from core import clock
from interactions import actions
from interactions.models import InteractionPurpose
from tests import given
from tests.interactions.kinds import kind, result

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=ZoneInfo("Europe/Moscow"))


@pytest.fixture(autouse=True)
def friday_noon():
    with clock.at(NOON):
        yield


@pytest.fixture
def olga():
    return given.employee("director")


@pytest.fixture
def of(login, olga):
    """What the list shows under these filters, by purpose."""
    browser = login(olga)

    def purposes(**query):
        answer = browser.get(reverse("interactions:index"), query)
        return [row["row"].purpose for row in answer.context["list"].body()]

    return purposes


def test_by_kind_and_by_who_is_responsible(of, olga):
    marina = given.employee()
    actions.register(given.client(), by=olga, kind=kind("meeting"), purpose="встреча")
    actions.register(given.client("Б"), by=marina, kind=kind(), purpose="звонок")

    assert of(kind=kind("meeting").pk) == ["встреча"]
    assert of(responsible=marina.pk) == ["звонок"]


def test_by_a_usual_purpose_and_by_the_firms_result(of, olga):
    usual = InteractionPurpose.objects.create(name="Узнать размер")
    refused = result(next_step="no")
    call = given.planned_call(by=olga, purpose="узнать размер")
    given.planned_call(given.client("Б"), by=olga, purpose="другое")

    assert of(purpose=usual.pk) == ["узнать размер"]
    assert of(outcome=refused.pk) == []
    actions.hold(call, by=olga, outcome=refused)
    assert of(outcome=refused.pk) == ["узнать размер"]


def test_by_the_ground_of_the_call(of, olga):
    order = given.ready_order(by=olga)
    given.planned_call(by=olga, purpose="сами решили")

    (owed,) = of(reason="order_ready")
    assert order.number in owed
    assert of(reason="planned") == ["сами решили"]


def test_a_period_counts_by_the_day_of_holding_and_the_last_day_belongs_to_it(of, olga):
    with clock.at(NOON - timedelta(days=3)):
        late = given.planned_call(by=olga, in_hours=1, purpose="вовремя не смогли")
    given.planned_call(given.client("Б"), by=olga, in_hours=5, purpose="вечером")
    actions.hold(late, by=olga, result="reached")

    assert of(since="2026-11-20", until="2026-11-20") == ["вечером", "вовремя не смогли"]
    assert of(until="2026-11-19") == []


def test_cancelled_and_not_needed_stand_together(of, olga):
    cancelled = given.planned_call(by=olga, purpose="отменили")
    dropped = given.planned_call(given.client("Б"), by=olga, purpose="не нужен")
    given.planned_call(given.client("В"), by=olga, purpose="ждёт")
    actions.cancel(cancelled, by=olga, reason="Ошибка")
    actions.drop(dropped, by=olga)

    assert set(of(chip="unheld")) == {"отменили", "не нужен"}
    assert of(chip="ahead") == ["ждёт"]
