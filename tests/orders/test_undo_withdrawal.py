"""Money that was taken out by mistake: undone by an entry of its own, while the drawer is open."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.errors import Refused
from orders import actions
from orders.models import CashShift
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def shift(olga):
    return given.cash_shift(by=olga, counted=1000)


def taken_out(shift, by, amount=400):
    return actions.withdraw_cash(shift, by=by, amount=Decimal(amount), ground="В банк")


def figures(shift):
    found = CashShift.objects.with_figures().get(pk=shift.pk)
    return found.withdrawn, found.in_drawer


def test_the_drawer_is_as_if_nothing_was_taken_and_both_entries_stay(olga, shift):
    mistake = taken_out(shift, olga)

    undone = actions.undo_withdrawal(mistake, by=olga, ground="Не та сумма")

    assert figures(shift) == (0, 1000)
    assert (undone.undoes, undone.amount, undone.by) == (mistake, -400, olga)
    assert shift.withdrawals.count() == 2


def test_it_is_undone_once_and_the_undoing_never(olga, shift):
    mistake = taken_out(shift, olga)
    undone = actions.undo_withdrawal(mistake, by=olga, ground="Не та сумма")

    for row in (mistake, undone):
        with pytest.raises(Refused):
            actions.undo_withdrawal(row, by=olga, ground="Ещё раз")


def test_it_has_a_ground_and_belongs_to_an_open_drawer(olga, shift):
    mistake = taken_out(shift, olga)

    with pytest.raises(Refused):
        actions.undo_withdrawal(mistake, by=olga, ground=" ")
    actions.close_cash_shift(shift, by=olga, counted=Decimal(600))
    with pytest.raises(Refused):
        actions.undo_withdrawal(mistake, by=olga, ground="Не та сумма")

    assert figures(shift) == (400, 600)


def test_the_page_offers_it_and_shows_both(login, olga, shift):
    mistake = taken_out(shift, olga)
    address = reverse("orders:undo_withdrawal", args=[mistake.pk])
    browser = login(olga)
    assert address in browser.get(shift.get_absolute_url()).content.decode()

    assert browser.post(address, {"ground": ""}).status_code == 409
    browser.post(address, {"ground": "Не та сумма"})

    page = browser.get(shift.get_absolute_url())
    said = [(row.ground, row.amount) for row in page.context["movements"]]
    assert said == [("В банк", -400), ("Не та сумма", 400)]
    assert address not in page.content.decode()


def test_who_may(login, olga, shift):
    mistake = taken_out(shift, olga)
    address = reverse("orders:undo_withdrawal", args=[mistake.pk])
    elsewhere = given.employee("manager", office=given.office("Офис на Соколе"))

    assert login(elsewhere).post(address, {"ground": "x"}).status_code == 404
    assert login(given.employee("accountant")).post(address, {"ground": "x"}).status_code == 403
    with pytest.raises(PermissionDenied):
        actions.undo_withdrawal(mistake, by=given.employee("accountant"), ground="x")
