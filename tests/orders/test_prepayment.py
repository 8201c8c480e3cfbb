"""Money and signature typed while the order is taken: none is lost when somebody must decide."""

import base64
from decimal import Decimal

import pytest
from django.urls import reverse

from company.approvals import actions as approvals
from company.models import Approval
from core import documents
from core.models import Attachment
from crm.demo import signature
from orders import actions
from orders.models import Payment, WorkOrder
from orders.money.lifecycle import ReceiptState
from orders.work_orders.lifecycle import Status
from orders.work_orders.signature_field import PNG
from tests import given
from tests.orders.screen import HTMX
from tests.orders.test_edit import edited
from tests.orders.test_hand_over_part import filled

pytestmark = pytest.mark.django_db
NEW, TAKE = "/orders/new/", "/orders/take/"
WHY = "Постоянный клиент, третий заказ"
QR = "t=20261122T1530&s=500.00&fn=9999999999999242&i=33647&fp=2124438805&n=1"


def drawn():
    return PNG + base64.b64encode(signature.png(1)).decode()


def pressed(olga, stranger, page=TAKE, **fields):
    answer = olga.browser.post(page, stranger(**fields), headers=HTMX)
    assert answer.status_code == 204, answer.text
    return WorkOrder.objects.get()


def asked(olga, stranger, **fields):
    """A discount beyond Olga's limit, with money and, where said, a signature."""
    wanted = {"discount_percent": "15", "reason": WHY, "amount": "500", "method": "card"}
    return pressed(olga, stranger, **wanted, **fields)


def test_the_number_of_the_receipt_is_taken_with_the_prepayment(olga, stranger):
    order = pressed(olga, stranger, amount="500", receipt=QR)

    payment = order.payments.get()
    assert (payment.receipt_state, payment.receipt_number) == (ReceiptState.GIVEN, "33647")


def test_without_one_the_receipt_is_due(olga, stranger):
    order = pressed(olga, stranger, amount="500")

    assert order.payments.get().receipt_state == ReceiptState.DUE


@pytest.mark.parametrize("typed", [{"receipt": "чек"}, {"receipt": "12", "amount": ""}])
def test_what_is_no_receipt_or_of_no_money_is_said_in_words(olga, stranger, typed):
    answer = olga.browser.post(TAKE, stranger(**{"amount": "500", **typed}), headers=HTMX)

    assert answer.status_code == 422
    assert not WorkOrder.objects.exists()


def test_the_hand_over_asks_for_it_too(login, olga):
    order = given.ready_order(by=olga)
    page = reverse("orders:hand_over", args=[order.pk])
    typed = filled(*order.positions.all(), amount=str(order.debt), method="cash", receipt="0071")

    login(olga).post(page, typed)

    assert order.payments.get().receipt_number == "71"


def test_what_was_typed_with_a_question_is_booked_once_it_is_approved(olga, stranger, director):
    order = asked(olga, stranger, receipt="0071")
    assert (order.status, order.paid) == (Status.CALCULATION, 0)
    approvals.approve(Approval.objects.get(), by=director)

    accept = reverse("orders:accept", args=[order.pk])
    olga.browser.post(accept, {"version": order.version})

    order.refresh_from_db()
    payment = order.payments.get()
    assert (order.status, order.paid, order.typed_prepayment) == (Status.ACCEPTED, 500, None)
    assert (payment.method, payment.receipt_number) == (Payment.Method.CARD, "71")


def test_the_page_says_that_money_was_typed_and_not_booked(olga, stranger):
    order = asked(olga, stranger)

    shown = olga.browser.get(order.get_absolute_url()).text

    assert 'id="typed-prepayment"' in shown


def test_a_calculation_that_is_only_kept_remembers_the_money_too(olga, stranger):
    order = pressed(olga, stranger, NEW, amount="500,50")

    data = edited(olga.browser, f"/orders/{order.pk}/edit/")

    assert (data["amount"], data["method"]) == (["500,50"], ["cash"])


def test_the_manager_who_returns_finds_it_and_may_change_it(olga, stranger, director):
    order = asked(olga, stranger)
    approvals.approve(Approval.objects.get(), by=director)

    data = edited(olga.browser, f"/orders/{order.pk}/edit/")
    assert (data["amount"], data["method"]) == (["500"], ["card"])
    olga.browser.post(TAKE, {**data, "amount": ""}, headers=HTMX)

    order.refresh_from_db()
    assert (order.status, order.paid, order.typed_prepayment) == (Status.ACCEPTED, 0, None)


def test_the_second_press_of_the_button_books_it_once(olga, stranger, director):
    order = asked(olga, stranger)
    approvals.approve(Approval.objects.get(), by=director)

    actions.accept(order, by=olga)
    actions.accept(order, by=olga)

    assert order.payments.get().amount == Decimal(500)


def test_the_signature_waits_for_the_decision_and_stands_on_the_work_order(
    olga, stranger, director
):
    order = asked(olga, stranger, signature=drawn())
    approvals.approve(Approval.objects.get(), by=director)

    actions.accept(order, by=olga)

    assert documents.latest("work_order", order).content["signature"]


def test_a_signature_under_other_words_is_forgotten(olga, stranger):
    order = asked(olga, stranger, signature=drawn())
    page = f"/orders/{order.pk}/edit/"
    data = edited(olga.browser, page)
    olga.browser.post(page, data, headers=HTMX)
    assert Attachment.objects.of(order).exists()

    data = {**edited(olga.browser, page), "line-0-width_mm": "700"}
    olga.browser.post(page, data, headers=HTMX)

    assert not Attachment.objects.of(order).exists()


def test_who_takes_no_money_accepts_and_the_money_goes_on_standing_there(olga, stranger, director):
    order = asked(olga, stranger)
    approvals.approve(Approval.objects.get(), by=director)
    helper = given.employee(may={"orders.view_workorder", "orders.accept_workorder"})

    accepted = actions.accept(order, by=helper)

    assert (accepted.status, accepted.paid) == (Status.ACCEPTED, 0)
    assert accepted.typed_prepayment["amount"] == "500"
