"""An invoice is not needed any more, or stands anew in another's place."""

from decimal import Decimal

import pytest

from core.errors import Refused
from orders import actions
from orders.models import Invoice, WorkOrder
from tests import given

pytestmark = pytest.mark.django_db


def test_a_cancelled_invoice_keeps_its_number_and_asks_for_nothing(olga):
    order = given.order(by=olga)
    invoice = given.invoice(order, by=olga)

    actions.cancel_invoice(invoice, by=olga, ground="Клиент платит наличными")

    invoice.refresh_from_db()
    assert (invoice.status, invoice.open_amount) == ("cancelled", 0)
    assert given.invoice(order, by=olga).seq == invoice.seq + 1


def test_an_invoice_with_money_on_it_is_not_cancelled(olga):
    order = given.order(by=olga)
    invoice = given.invoice(order, by=olga)
    actions.take_payment(order, by=olga, amount=Decimal(10), method="cash")

    with pytest.raises(Refused, match="10,00"):
        actions.cancel_invoice(invoice, by=olga, ground="Ошибка")


def test_an_invoice_is_issued_anew_and_its_money_goes_along(olga):
    order = given.order(by=olga)
    old = given.invoice(order, by=olga)
    actions.take_payment(order, by=olga, amount=Decimal(700), method="cash")

    new = actions.reissue_invoice(old, by=olga, ground="Другие реквизиты")

    old.refresh_from_db()
    assert (old.status, old.paid) == ("cancelled", 0)
    assert (new.amount, new.paid, new.replaces) == (order.total, 700, old)
    assert sum(row.put_here for row in order.payments.on_invoice(new)) == 700


def test_an_order_that_has_become_cheaper_outgrows_its_invoice(olga):
    order = given.order(by=olga)
    invoice = given.invoice(order, by=olga)
    assert not Invoice.objects.outgrown().exists()

    WorkOrder.objects.filter(pk=order.pk).update(total=order.total - 100)

    assert Invoice.objects.outgrown().get() == invoice


def test_an_invoice_is_cancelled_with_its_order(olga):
    order = given.order(by=olga, paid=500)
    invoice = given.invoice(order, by=olga)

    actions.cancel(order, by=olga, ground="Клиент передумал")

    invoice.refresh_from_db()
    assert (invoice.status, invoice.steps.last().by.is_robot) == ("cancelled", True)


def test_an_invoice_of_another_order_too_waits_for_a_person(olga):
    mary = given.client()
    order, other = given.order(by=olga, of=mary), given.order(by=olga, of=mary)
    invoice = given.invoice(order, other, by=olga)

    actions.cancel(order, by=olga, ground="Клиент передумал")

    invoice.refresh_from_db()
    assert invoice.is_open
    assert "больше" in olga.notifications.get().text


def test_an_amendment_that_makes_an_order_cheaper_rings_for_the_manager(olga):
    order = given.order(given.mirror(1000, 1000), by=olga)
    invoice = given.invoice(order, by=olga)

    amendment = given.amendment(order, by=olga, width_mm=400)
    actions.confirm_amendment(amendment, by=olga, how="phone")

    assert invoice.number in olga.notifications.get().text
