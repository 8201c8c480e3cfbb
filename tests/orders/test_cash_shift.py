"""The drawer of an office, from a count to a count."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from company.models import Firm
from core.errors import Refused
from orders import actions
from orders.models import CashShift
from orders.work_orders.pricing import Prepayment
from tests import given

pytestmark = pytest.mark.django_db


def expected(shift):
    return CashShift.objects.with_figures().get(pk=shift.pk).in_drawer


def pay(order, by, amount, method="cash"):
    return actions.take_payment(order, by=by, amount=Decimal(amount), method=method)


def close(shift, by, counted, **said):
    return actions.close_cash_shift(shift, by=by, counted=Decimal(counted), **said)


def test_the_drawer_should_hold_what_was_there_and_came_less_what_went(olga):
    shift = given.cash_shift(by=olga, counted=5000)
    order = given.order(by=olga)

    pay(order, olga, 1000)
    pay(order, olga, 300, method="card")
    actions.refund(order, by=olga, amount=Decimal(200), method="cash", ground="Скидка")
    actions.withdraw_cash(shift, by=olga, amount=Decimal(4000), ground="В банк")

    assert expected(shift) == 5000 + 1000 - 200 - 4000
    assert shift.payments.count() == 2  # the card is no matter of the drawer


def test_an_even_count_closes_the_shift_without_words(olga):
    shift = given.cash_shift(by=olga, counted=500)

    closed = close(shift, olga, 500)

    assert (closed.is_open, closed.difference, closed.closed_by) == (False, 0, olga)
    assert closed.steps.get().by == olga


def test_a_difference_must_have_a_ground(olga):
    shift = given.cash_shift(by=olga, counted=500)

    with pytest.raises(Refused, match="100,00"):
        close(shift, olga, 400)
    closed = close(shift, olga, 400, ground="Сдача без чека")

    assert (closed.expected_amount, closed.difference) == (500, -100)
    assert list(CashShift.objects.with_difference()) == [closed]


def test_a_closed_drawer_is_closed(olga):
    shift = given.cash_shift(by=olga)
    close(shift, olga, 0)

    with pytest.raises(Refused):
        actions.withdraw_cash(shift, by=olga, amount=Decimal(1), ground="В банк")
    with pytest.raises(Refused):
        close(shift, given.employee("manager"), 0)
    assert close(shift, olga, 0).closed_by == olga  # a second press


def test_no_more_is_taken_out_than_should_be_there(olga):
    shift = given.cash_shift(by=olga, counted=500)
    token = uuid4()

    with pytest.raises(Refused):
        actions.withdraw_cash(shift, by=olga, amount=Decimal(501), ground="В банк")
    with pytest.raises(Refused):
        actions.withdraw_cash(shift, by=olga, amount=Decimal(100), ground=" ")
    for _ in range(2):
        actions.withdraw_cash(shift, by=olga, amount=Decimal(100), ground="В банк", token=token)

    assert expected(shift) == 400


def test_one_shift_at_a_time_in_an_office(olga):
    first = given.cash_shift(by=olga)
    marina = given.employee("manager")

    assert given.cash_shift(by=olga) == first
    with pytest.raises(Refused, match="Ольшанская"):
        given.cash_shift(by=marina)
    elsewhere = given.employee("manager", office=given.office("Офис на Соколе"))
    assert given.cash_shift(by=elsewhere) != first
    with pytest.raises(IntegrityError), transaction.atomic():
        CashShift.objects.create(
            office=olga.office, opened_at=first.opened_at, opened_by=olga, opening_amount=0
        )


def test_what_came_or_went_between_two_shifts_has_a_ground(olga):
    close(given.cash_shift(by=olga, counted=500), olga, 500)

    with pytest.raises(Refused, match="500,00"):
        given.cash_shift(by=olga, counted=300)
    shift = given.cash_shift(by=olga, counted=300, ground="200 ₽ взяты на разменную монету")

    assert (shift.carried_amount, shift.opening_difference) == (500, -200)


def test_cash_without_a_shift_is_taken_unless_the_firm_forbids_it(olga):
    order = given.order(by=olga)

    assert pay(order, olga, 100).shift is None
    Firm.objects.update(cash_needs_shift=True)
    with pytest.raises(Refused):
        pay(order, olga, 100)
    assert pay(order, olga, 100, method="card").shift is None
    shift = given.cash_shift(by=olga)
    assert pay(order, olga, 100).shift == shift


def test_a_correction_leaves_the_drawer_that_it_undoes_and_no_other(olga):
    morning = given.cash_shift(by=olga)
    order = given.order(by=olga)
    early, later = pay(order, olga, 100), pay(order, olga, 200)

    assert actions.correct(early, by=olga, ground="Ошибка").shift == morning
    close(morning, olga, 200)
    evening = given.cash_shift(by=olga, counted=200)

    assert actions.correct(later, by=olga, ground="Ошибка").shift is None
    assert expected(evening) == 200


def test_the_accountants_correction_lies_where_the_money_lay(olga):
    elsewhere = given.employee("accountant", office=given.office("Офис на Соколе"))
    payment = pay(given.order(by=olga), olga, 100)

    assert actions.correct(payment, by=elsewhere, ground="Ошибка").office == olga.office


def test_the_page_leads_from_opening_to_closing(login, olga):
    browser = login(olga)
    start = reverse("orders:cash_shift")

    assert browser.get(start).status_code == 200
    opened = browser.post(reverse("orders:open_cash_shift"), {"counted": "1 000"})
    page = browser.get(start, follow=True)
    shift = page.context["shift"]
    assert opened.url == shift.get_absolute_url()
    browser.post(
        reverse("orders:withdraw_cash", args=[shift.pk]),
        {"amount": "200", "ground": "Вода", "token": uuid4()},
    )
    address = reverse("orders:close_cash_shift", args=[shift.pk])
    notes = {"note_500": "1", "note_100": "2", "coins": "99,50"}
    assert browser.post(address, notes).status_code == 409
    browser.post(address, {**notes, "ground": "50 копеек сдачи"})

    shift.refresh_from_db()
    assert (shift.counted_amount, shift.difference) == (Decimal("799.50"), Decimal("-0.50"))
    assert shift.notes == [(500, 1), (100, 2)]
    assert "50 копеек сдачи" in browser.get(shift.get_absolute_url()).content.decode()


def test_cash_that_is_written_down_and_not_booked_is_named_before_the_count(login, olga):
    shift = given.cash_shift(by=olga)
    waits = given.calculation(by=olga, prepayment=Prepayment(Decimal(500), "cash"))
    by_card = given.calculation(by=olga, prepayment=Prepayment(Decimal(500), "card"))

    page = login(olga).get(reverse("orders:close_cash_shift", args=[shift.pk]))

    assert list(page.context["unbooked"]) == [waits]
    assert waits.get_absolute_url() in page.text
    assert by_card.get_absolute_url() not in page.text


@pytest.mark.parametrize(
    "typed", [{"counted": ""}, {"counted": "100", "note_50": "1"}, {"note_50": "-1"}]
)
def test_a_count_that_says_nothing_or_two_things_is_asked_again(login, olga, typed):
    shift = given.cash_shift(by=olga, counted=100)

    answer = login(olga).post(reverse("orders:close_cash_shift", args=[shift.pk]), typed)

    assert answer.status_code == 422


def test_cash_taken_into_no_drawer_offers_to_open_one(login, olga):
    order = given.order(by=olga)

    answer = login(olga).post(
        reverse("orders:take_payment", args=[order.pk]),
        {"amount": "100", "method": "cash", "token": uuid4()},
        follow=True,
    )

    assert reverse("orders:cash_shift") in answer.content.decode()


def test_who_sees_and_who_keeps_the_drawer(login, olga):
    shift = given.cash_shift(by=olga, counted=100)
    elsewhere = given.office("Офис на Соколе")
    page = shift.get_absolute_url()

    assert login(given.employee("accountant", office=elsewhere)).get(page).status_code == 200
    assert login(given.employee("director", office=elsewhere)).get(page).status_code == 200
    assert login(given.employee("manager", office=elsewhere)).get(page).status_code == 404
    with pytest.raises(PermissionDenied):
        close(shift, given.employee("accountant"), 100)
    with pytest.raises(PermissionDenied):
        given.cash_shift(by=given.employee("worker"))


def test_the_list_shows_differences(login, olga):
    close(given.cash_shift(by=olga, counted=500), olga, 400, ground="Недостача")
    close(given.cash_shift(by=olga, counted=400), olga, 400)

    listed = login(given.employee("accountant")).get(reverse("orders:cash_shifts"))
    narrowed = login(olga).get(reverse("orders:cash_shifts"), {"chip": "with_difference"})

    assert len(listed.context["list"].page.rows) == 2
    assert len(narrowed.context["list"].page.rows) == 1
