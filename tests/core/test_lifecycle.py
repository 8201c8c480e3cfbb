"""Steps of a life: taken once, by whoever may, and never between two people at once."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from core import registry
from core.errors import Refused
from core.lifecycle import Life, Route
from orders.models import WorkOrder
from orders.work_orders.lifecycle import ORDER_LIFE, Status, Step
from tests import given

pytestmark = pytest.mark.django_db
GROUND = {"cancel_ground": "Передумали"}


def test_a_step_is_kept_with_who_and_when(time_machine):
    time_machine.move_to("2026-11-23 12:00+03:00")
    olga = given.employee()
    order = given.order(by=olga)

    ORDER_LIFE.take(order, Step.CANCEL, by=olga, note="Передумали", **GROUND)

    record = order.steps.last()
    assert (record.by, record.note, record.at.hour) == (olga, "Передумали", 9)
    assert order.cancelled_at == record.at


def test_two_people_cannot_take_the_same_step():
    olga, order = given.employee(), given.order()
    same = WorkOrder.objects.get(pk=order.pk)
    ORDER_LIFE.take(order, Step.CANCEL, by=olga, **GROUND)

    with pytest.raises(Refused), transaction.atomic():
        ORDER_LIFE.take(same, Step.CANCEL, by=olga, **GROUND)

    assert same.steps.filter(step=Step.CANCEL).count() == 1
    assert same.status == Status.CANCELLED


def test_a_step_needs_its_right():
    order = given.order()

    with pytest.raises(PermissionDenied):
        ORDER_LIFE.take(order, Step.CANCEL, by=given.employee("worker"))

    order.refresh_from_db()
    assert order.status != Status.CANCELLED


def test_a_step_from_a_wrong_state_is_refused_with_a_sentence():
    with pytest.raises(Refused) as refusal:
        ORDER_LIFE.take(given.order(), Step.HAND_OVER, by=given.employee())

    assert str(Status.ACCEPTED.label) in str(refusal.value)


def test_a_page_offers_exactly_what_this_person_may_do_now():
    order = given.order()

    assert ORDER_LIFE.offers(order, given.employee("worker")) == []
    assert Step.CANCEL in {offer.step for offer in ORDER_LIFE.offers(order, given.employee())}


def test_what_fails_after_the_step_takes_the_step_back(monkeypatch):
    order = given.order()

    def fail(order, *, by):
        raise Refused("Нельзя")

    monkeypatch.setitem(registry._entries.reactions, "order_cancelled", [fail])
    with pytest.raises(Refused), transaction.atomic():
        ORDER_LIFE.take(order, Step.CANCEL, by=given.employee(), **GROUND)

    assert WorkOrder.objects.get(pk=order.pk).status == Status.ACCEPTED
    assert not order.steps.filter(step=Step.CANCEL).exists()


def test_a_life_without_a_route_for_a_step_does_not_start():
    with pytest.raises(TypeError):
        Life(Step, {Step.ACCEPT: Route({Status.CALCULATION}, Status.ACCEPTED)}, "orders.workorder")
