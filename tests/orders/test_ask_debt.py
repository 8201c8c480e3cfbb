"""A hand-over with a debt: asked of a director, allowed, or paid meanwhile."""

import pytest

from company.approvals import actions as approvals
from company.models import Approval
from core.errors import Refused
from orders import actions
from orders.work_orders.lifecycle import Status
from tests import given

pytestmark = pytest.mark.django_db
WHY = "Постоянный клиент, третий заказ"


def test_a_debt_is_asked_from_the_order_and_lets_it_go_once_approved(login, director):
    olga = given.employee("manager")
    order = given.ready_order(by=olga)

    login(olga).post(f"/orders/{order.pk}/ask-debt/", {"reason": WHY})
    approvals.approve(Approval.objects.get(), by=director)
    order = actions.hand_over(order, by=olga)

    assert (order.status, order.debt_allowed_by) == (Status.ARCHIVED, director)


def test_a_debt_allowed_on_the_order_s_own_page_answers_the_question(director):
    order = given.ready_order()
    asked = actions.ask_debt(order, by=order.manager, reason=WHY)

    actions.allow_debt(order, by=director)

    asked.refresh_from_db()
    assert (asked.is_approved, asked.answered_by) == (True, director)
    with pytest.raises(Refused, match="разрешена"):
        actions.ask_debt(order, by=order.manager, reason=WHY)


def test_a_debt_that_was_paid_meanwhile_is_not_asked_any_more():
    olga = given.employee("manager")
    order = given.ready_order(by=olga)
    actions.ask_debt(order, by=olga, reason=WHY)

    actions.hand_over(order, by=olga, amount=order.debt)

    assert not Approval.objects.standing().exists()


def test_the_question_about_a_debt_closes_by_itself_once_it_is_paid(login, director):
    order = given.ready_order()
    asked = actions.ask_debt(order, by=order.manager, reason=WHY)
    half = order.debt / 2
    actions.take_payment(order, by=order.manager, amount=half, method="cash")
    asked.refresh_from_db()
    assert asked.is_waiting

    actions.take_payment(order, by=order.manager, amount=half, method="cash")

    asked.refresh_from_db()
    assert (asked.status, asked.answered_by) == ("withdrawn", None)
    assert asked.steps.last().note
    assert asked.answer in login(director).get(asked.get_absolute_url()).text
    assert not Approval.objects.waiting_for(director).exists()


def test_where_nothing_is_owed_nothing_is_asked():
    order = given.ready_order(paid=1768)

    with pytest.raises(Refused):
        actions.ask_debt(order, by=order.manager, reason=WHY)


def test_the_hand_over_page_leads_a_manager_to_the_question_and_a_director_not(login, director):
    order = given.ready_order()
    page, question = f"/orders/{order.pk}/hand-over/", f"/orders/{order.pk}/ask-debt/"

    assert question in login(order.manager).get(page).text
    assert question not in login(director).get(page).text


def test_it_is_offered_once_something_can_be_handed_over(login):
    olga = given.employee("manager")
    asking = "/orders/{}/ask-debt/".format

    order, ready = given.order(by=olga), given.ready_order(by=olga)

    assert asking(order.pk) not in login(olga).get(order.get_absolute_url()).text
    assert asking(ready.pk) in login(olga).get(ready.get_absolute_url()).text
