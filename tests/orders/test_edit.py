"""A calculation is opened again, changed and accepted."""

from decimal import Decimal

import pytest

from orders import actions
from orders.models import WorkOrder
from orders.work_orders.lifecycle import Status
from tests import given
from tests.orders.screen import HTMX

pytestmark = pytest.mark.django_db
TAKE = "/orders/take/"


def test_an_old_version_in_a_second_tab_is_refused_with_what_changed(olga):
    calculation = given.calculation(by=olga)
    page = f"/orders/{calculation.pk}/edit/"
    old = edited(olga.browser, page)
    actions.edit(calculation, given.content(given.mirror(900), of=calculation.client), by=olga,
                 version=1)  # fmt: skip

    refused = olga.browser.post(page, {**old, "comment": "моё"}, headers=HTMX)
    kept = olga.browser.post(page, {**old, "comment": "моё", "version": "2"}, headers=HTMX)

    assert (refused.status_code, kept.status_code) == (409, 204)
    assert "1 768,00 ₽, стало 2 476,00 ₽" in refused.text.replace("\xa0", " ")
    assert WorkOrder.objects.get().comment == "моё"


def test_a_calculation_is_changed_and_accepted_at_one_press(olga):
    calculation = given.calculation(by=olga)
    data = edited(olga.browser, f"/orders/{calculation.pk}/edit/")

    olga.browser.post(TAKE, {**data, "line-0-quantity": "2", "amount": "500"}, headers=HTMX)

    order = WorkOrder.objects.get()
    assert (order.status, order.total, order.paid) == (Status.ACCEPTED, 3536, 500)


def test_an_accepted_order_is_not_edited_here(olga):
    order = given.order(by=olga)

    answer = olga.browser.get(f"/orders/{order.pk}/edit/")

    assert answer["Location"] == f"/orders/{order.pk}/"


def test_a_discount_given_by_a_director_stays_when_the_manager_goes_on(olga):
    director = given.employee("director", office=olga.office)
    calculation = given.calculation(by=director, discount_percent=Decimal(20))
    page = f"/orders/{calculation.pk}/edit/"
    data = edited(olga.browser, page)

    more = olga.browser.post(page, {**data, "discount_percent": "21"}, headers=HTMX)
    same = olga.browser.post(TAKE, {**data, "comment": "с директором"}, headers=HTMX)

    assert (more.status_code, same.status_code) == (422, 204)


def test_an_order_of_another_office_is_not_found(olga):
    elsewhere = given.employee("manager", office=given.office("Офис на Соколе"))
    calculation = given.calculation(by=elsewhere)

    assert olga.browser.get(f"/orders/{calculation.pk}/edit/").status_code == 404
    assert olga.browser.post(f"/orders/{calculation.pk}/accept/").status_code == 404


def edited(browser, page):
    """The fields of the screen as it stands there, as a browser would post them."""
    entry = browser.get(page).context["entry"]
    return dict(entry.data.lists())
