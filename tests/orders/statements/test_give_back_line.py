"""Money that goes back: an advance, or what was paid for an order."""

from decimal import Decimal

import pytest
from django.urls import reverse

from core.errors import Refused
from orders import actions
from orders.models import Payment
from orders.money.statements.lifecycle import LineStatus
from orders.money.statements.matching.candidates import Part
from tests import given
from tests.orders.bank_file import ROMASHKA, SUPPLIER, WE
from tests.orders.statements.lines import candidates, loaded

pytestmark = pytest.mark.django_db


def test_an_advance_is_given_back_by_an_outgoing_line(vera, romashka):
    advance = loaded(500, vera)
    actions.book_line(advance, [], by=vera, client=romashka)
    back = loaded(500, vera, purpose="Возврат аванса", number="2", payer=WE, payee=ROMASHKA)

    (offered,) = candidates(back)
    actions.give_back_line(back, offered.parts[0], by=vera)

    advance.refresh_from_db()
    back.refresh_from_db()
    assert (advance.rest, back.status) == (0, LineStatus.REFUND)
    with pytest.raises(Refused):
        actions.undo_line(advance, by=vera, ground="Ошибка")
    actions.undo_line(back, by=vera, ground="Не тот аванс")
    advance.refresh_from_db()
    assert advance.rest == 500


def test_a_refund_for_an_order_takes_the_money_off_it(vera, romashka):
    order = given.order(of=romashka)
    actions.book_line(loaded(1000, vera), [Part(order, Decimal(1000))], by=vera)
    said = f"Возврат предоплаты по заказу {order.number}"
    back = loaded(1000, vera, purpose=said, number="2", payer=WE, payee=ROMASHKA)

    found = candidates(back)[0]
    actions.give_back_line(back, found.parts[0], by=vera)

    order.refresh_from_db()
    assert order.paid == 0
    assert Payment.objects.refunds().get().ground == said


def test_the_order_of_a_refund_is_found_by_hand(vera, romashka, login):
    order = given.order(of=romashka)
    actions.book_line(loaded(1000, vera), [Part(order, Decimal(1000))], by=vera)
    back = loaded(400, vera, number="2", payer=WE, payee=SUPPLIER)
    actions.undo_line(back, by=vera, ground="Это возврат клиенту")
    browser = login(vera)

    page = browser.get(back.get_absolute_url(), {"q": order.number}).content.decode()
    code = f"order-{order.pk}:400.00"
    browser.post(reverse("orders:give_back_line", args=[back.pk]), {"parts": code})

    assert code in page
    order.refresh_from_db()
    back.refresh_from_db()
    assert (order.paid, back.status) == (600, LineStatus.REFUND)
