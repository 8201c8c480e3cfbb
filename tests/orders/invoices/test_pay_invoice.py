"""Money comes for what an invoice asks, or goes back: how much of it is open."""

from decimal import Decimal

import pytest

from core import clock
from core.errors import Refused
from orders import actions
from orders.models import WorkOrder
from tests import given

pytestmark = pytest.mark.django_db
TRANSFER = "transfer"


def test_money_taken_at_the_desk_stands_on_the_order_s_invoice(olga):
    order = given.order(by=olga)
    invoice = given.invoice(order, by=olga)

    actions.take_payment(order, by=olga, amount=order.total, method="cash")

    invoice.refresh_from_db()
    assert (invoice.status, invoice.paid, invoice.open_amount) == ("paid", order.total, 0)


def test_one_payment_over_two_invoices_goes_to_the_one_due_first(olga):
    order = given.order(by=olga)
    first = given.invoice(order, by=olga, percent=40)
    second = given.invoice(order, by=olga)

    actions.take_payment(order, by=olga, amount=first.amount + 100, method="cash")

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status, second.paid) == ("paid", "prepared", 100)


def test_money_for_an_invoice_of_two_orders_pays_both(olga):
    client = given.client()
    orders = [given.order(by=olga, of=client), given.order(by=olga, of=client)]
    invoice = given.invoice(*orders, by=olga)

    payments = actions.pay_invoice(invoice, by=olga, amount=invoice.amount, method=TRANSFER)

    invoice.refresh_from_db()
    assert invoice.status == "paid"
    assert [payment.order for payment in payments] == orders
    assert not WorkOrder.objects.in_debt().exists()


def test_no_more_is_booked_than_is_asked(olga):
    invoice = given.invoice(by=olga)

    with pytest.raises(Refused, match="Осталось"):
        actions.pay_invoice(invoice, by=olga, amount=invoice.amount + 1, method=TRANSFER)


def test_a_transfer_of_an_earlier_day_is_booked_by_that_day(olga):
    invoice = given.invoice(by=olga)
    day = clock.today().replace(day=1)

    payment, *_ = actions.pay_invoice(
        invoice, by=olga, amount=invoice.amount, method=TRANSFER, day=day
    )

    assert payment.day == day
    assert payment.order.payments.between(day, day).get() == payment


def test_money_given_back_is_owed_again(olga):
    order = given.order(by=olga)
    invoice = given.invoice(order, by=olga)
    actions.take_payment(order, by=olga, amount=order.total, method="cash")

    actions.refund(order, by=olga, amount=Decimal(500), method="cash", ground="Вернули часть")

    invoice.refresh_from_db()
    assert (invoice.status, invoice.open_amount) == ("sent", 500)


def test_money_without_an_invoice_goes_back_first(olga):
    order = given.order(by=olga, paid=300)
    invoice = given.invoice(order, by=olga)
    actions.take_payment(order, by=olga, amount=invoice.amount, method="cash")

    actions.refund(order, by=olga, amount=Decimal(300), method="cash", ground="Переплата")

    invoice.refresh_from_db()
    assert invoice.status == "paid"


def test_a_corrected_payment_is_taken_off_its_own_invoice(olga):
    order = given.order(by=olga)
    first = given.invoice(order, by=olga, percent=40)
    second = given.invoice(order, by=olga)
    mistaken = actions.take_payment(order, by=olga, amount=first.amount, method="cash")
    actions.take_payment(order, by=olga, amount=second.amount, method="cash")

    actions.correct(mistaken, by=olga, ground="Не тот заказ")

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.paid, second.status) == (0, "paid")
