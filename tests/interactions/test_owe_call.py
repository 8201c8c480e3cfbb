from datetime import timedelta

import pytest
from django.urls import reverse

from core import clock
from interactions import actions
from interactions.models import Interaction
from orders import actions as orders
from tests import given

pytestmark = pytest.mark.django_db


def owed_for(order):
    return Interaction.objects.get(subject_id=order.pk, subject_type="orders.workorder")


def test_when_the_order_is_ready_its_manager_owes_the_client_a_call():
    olga = given.employee()
    ready = given.ready_order(by=olga)

    call = owed_for(ready)

    assert (call.client, call.responsible, call.office) == (ready.client, olga, olga.office)
    assert call in Interaction.objects.due()


def test_the_responsible_is_told_that_the_call_became_theirs():
    olga = given.employee()
    call = owed_for(given.ready_order(by=olga))

    assert olga.notifications.filter(url=call.get_absolute_url()).count() == 1


def test_a_call_is_owed_once_per_reason_and_subject():
    olga = given.employee()
    ready = given.ready_order(by=olga)
    again = {"reason": "order_ready", "subject": ready, "responsible": olga, "office": olga.office}

    actions.owe_call(ready.client, purpose="Ещё раз", **again)

    assert Interaction.objects.count() == 1
    assert olga.notifications.count() == 1


def test_a_settled_call_is_owed_anew_when_its_ground_comes_back():
    olga = given.employee()
    ready = given.ready_order(by=olga)
    actions.hold(owed_for(ready), by=olga, result="reached")
    again = {"reason": "order_ready", "subject": ready, "responsible": olga, "office": olga.office}

    with clock.at(clock.now() + timedelta(hours=1)):
        actions.owe_call(ready.client, purpose="Готов", **again)

    call = owed_for(ready)
    assert (call.is_planned, call.attempts, call.held_at) == (True, 0, None)
    assert olga.notifications.count() == 2


def test_a_handed_over_order_owes_no_call():
    olga = given.employee()
    order = given.handed_over_order(by=olga)

    assert owed_for(order).get_status_display() == owed_for(order).steps.get().get_step_display()
    assert not Interaction.objects.planned().exists()


def test_what_is_not_due_any_more_is_said_and_settled_when_the_call_is_opened(login):
    olga = given.employee()
    ready = given.ready_order(by=olga)
    call = owed_for(ready)
    orders.hand_over(ready, by=olga, amount=ready.debt)
    Interaction.objects.filter(pk=call.pk).update(status="planned", held_at=None)

    page = login(olga).get(call.get_absolute_url())

    call.refresh_from_db()
    assert not call.is_planned
    assert reverse("interactions:hold", args=[call.pk]) not in page.content.decode()


def test_an_opened_call_says_why_and_what_to_say(login):
    olga = given.employee()
    ready = given.ready_order(by=olga)

    page = login(olga).get(owed_for(ready).get_absolute_url()).content.decode()

    assert ready.get_absolute_url() in page
    assert olga.office.address in page
    assert "tel:+79161234567" in page
