"""Money of an order: taken, given back, corrected; each row stays."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.errors import Refused
from orders import actions
from orders.models import Payment
from tests import given

pytestmark = pytest.mark.django_db


def paid_sum(order):
    return sum(order.payments.values_list("amount", flat=True))


def take(order, by, amount=1000, **fields):
    return actions.take_payment(order, by=by, amount=Decimal(amount), method="cash", **fields)


def give_back(order, by, amount, **fields):
    sum_ = {"amount": Decimal(amount), "method": "cash", "ground": "Скидка"}
    return actions.refund(order, by=by, **{**sum_, **fields})


def test_what_is_paid_and_what_is_owed_stand_with_the_order(olga):
    order = given.order(by=olga)

    take(order, olga)

    order.refresh_from_db()
    assert (order.paid, order.debt) == (1000, order.total - 1000)
    assert paid_sum(order) == order.paid


@pytest.mark.parametrize("amount", ["0", "-5", "1768.01"])
def test_nothing_negative_and_no_more_than_is_owed_is_taken(olga, amount):
    order = given.order(by=olga)

    with pytest.raises(Refused):
        take(order, olga, amount)

    assert not order.payments.exists()


def test_a_calculation_takes_no_money(olga):
    with pytest.raises(Refused):
        take(given.calculation(by=olga), olga)


def test_pressed_twice_it_pays_and_gives_back_once(olga):
    order, token, other = given.order(by=olga), uuid4(), uuid4()

    take(order, olga, token=token)
    take(order, olga, token=token)
    give_back(order, olga, 300, token=other)
    give_back(order, olga, 300, token=other)

    order.refresh_from_db()
    assert (order.paid, order.payments.count()) == (700, 2)


def test_no_more_than_was_paid_is_given_back(olga):
    order = given.order(by=olga, paid=500)

    with pytest.raises(Refused):
        give_back(order, olga, 501)
    with pytest.raises(Refused):
        give_back(order, olga, 100, ground=" ")

    assert give_back(order, olga, 500).amount == -500


def test_after_the_hand_over_only_a_director_makes_a_debt_of_it(olga):
    order = given.handed_over_order(by=olga)

    with pytest.raises(Refused):
        give_back(order, olga, 100)

    assert give_back(order, given.employee("director"), 100).amount == -100


def test_a_mistake_is_corrected_by_its_opposite_and_both_stay(olga):
    order = given.order(by=olga)
    mistake = take(order, olga)

    correction = actions.correct(mistake, by=olga, ground="Взяли картой")

    order.refresh_from_db()
    assert (correction.amount, correction.corrects, order.paid) == (-1000, mistake, 0)
    with pytest.raises(Refused):
        actions.correct(mistake, by=olga, ground="Ещё раз")
    with pytest.raises(Refused):
        actions.correct(correction, by=olga, ground="Ещё раз")


def test_a_refund_by_the_wrong_method_is_corrected_after_a_cancellation(olga):
    order = given.order(by=olga, paid=1000)
    actions.cancel(order, by=olga, ground="Передумал", method="cash")
    wrong = order.payments.last()

    actions.correct(wrong, by=olga, ground="Вернули на карту")
    actions.refund(order, by=olga, amount=Decimal(1000), method="card", ground="Передумал")

    order.refresh_from_db()
    assert (order.paid, order.debt) == (0, 0)


@pytest.mark.parametrize("verb", ["take_payment", "refund", "correct"])
def test_without_the_right_there_is_no_money(olga, verb):
    order = given.order(by=olga, paid=100)
    worker = given.employee("worker")
    asked = {
        "take_payment": lambda: take(order, worker),
        "refund": lambda: give_back(order, worker, 10),
        "correct": lambda: actions.correct(order.payments.get(), by=worker, ground="Так"),
    }

    with pytest.raises(PermissionDenied):
        asked[verb]()


def test_money_is_typed_as_people_write_it(login, olga):
    order = given.order(by=olga)
    form = {"token": uuid4(), "amount": "1 500,50 ₽", "method": "transfer"}

    answer = login(olga).post(reverse("orders:take_payment", args=[order.pk]), form)

    assert answer.status_code == 302
    assert order.payments.get().amount == Decimal("1500.50")


def test_a_refund_and_a_correction_from_the_page(login, olga):
    order = given.order(by=olga, paid=1000)
    browser, ground = login(olga), {"ground": "Ошибка кассира"}
    refund = {"token": uuid4(), "amount": "250", "method": "cash", **ground}

    browser.post(reverse("orders:refund", args=[order.pk]), refund)
    refunded = order.payments.get(amount=-250)
    browser.post(reverse("orders:correct", args=[refunded.pk]), ground)

    order.refresh_from_db()
    assert (order.paid, order.payments.count()) == (1000, 3)


def test_a_wrong_sum_is_said_at_the_field_and_the_form_stays(login, olga, htmx):
    order = given.order(by=olga)
    form = {"token": uuid4(), "amount": "1.5.0", "method": "cash"}

    answer = login(olga).post(reverse("orders:take_payment", args=[order.pk]), form, headers=htmx)

    assert answer.status_code == 422
    assert "1.5.0" in answer.content.decode()


def test_another_office_does_not_find_the_order_nor_its_payment(login, olga):
    order = given.order(by=olga, paid=100)
    elsewhere = login(given.employee("manager", office=given.office("Офис на Соколе")))
    payment = order.payments.get()

    assert elsewhere.get(reverse("orders:take_payment", args=[order.pk])).status_code == 404
    assert elsewhere.get(reverse("orders:refund", args=[order.pk])).status_code == 404
    assert elsewhere.get(reverse("orders:correct", args=[payment.pk])).status_code == 404


def test_who_only_looks_takes_nothing(login, olga):
    order = given.order(by=olga, paid=100)
    quality = login(given.employee("quality"))

    for verb in ("take_payment", "refund"):
        assert quality.get(reverse(f"orders:{verb}", args=[order.pk])).status_code == 403
    correct = reverse("orders:correct", args=[order.payments.get().pk])
    assert quality.get(correct).status_code == 403
    assert Payment.objects.count() == 1
