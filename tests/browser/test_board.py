"""A card is dragged where the life of its order allows it, and returns where it does not."""

import pytest
from django.urls import reverse

from orders import actions
from orders.work_orders.lifecycle import Status
from tests import given
from tests.browser.dragging import drag

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def order(olga):
    return given.checked_order(by=olga)


def opened(screen, olga):
    page = screen(olga, width=1920)
    page.goto(reverse("orders:board"))
    return page


def in_column(page, state, order):
    return page.locator(f"[data-state={state}] .board-card", has_text=order.number)


def test_a_card_is_dragged_to_the_office(screen, olga, order):
    page = opened(screen, olga)

    drag(page, order.number, "ready")
    page.locator(".notice.is-success").wait_for()

    in_column(page, "ready", order).wait_for()
    order.refresh_from_db()
    assert order.status == Status.READY


def test_what_another_has_done_meanwhile_is_said_and_the_card_returns(screen, olga, order):
    page = opened(screen, olga)
    actions.arrive(order, by=olga)

    drag(page, order.number, "ready")
    page.locator("#refusal .notice").wait_for()

    assert in_column(page, "checked", order).count() == 1


def test_a_step_that_asks_opens_its_page(screen, olga, order):
    page = opened(screen, olga)

    drag(page, order.number, "handed_over")

    page.wait_for_url(f"**{reverse('orders:hand_over', args=[order.pk])}")


def test_where_the_life_does_not_lead_nothing_happens(screen, olga, order):
    page = opened(screen, olga)

    drag(page, order.number, "calculation")

    assert in_column(page, "checked", order).count() == 1
    order.refresh_from_db()
    assert order.status == Status.CHECKED


def test_by_keyboard_the_menu_of_the_card_moves_it(screen, olga, order):
    page = opened(screen, olga)

    page.get_by_role("button", name=f"Передвинуть заказ {order.number}").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Привезён в офис").or_(
        page.locator("[data-step]:visible").first
    ).first.focus()
    page.keyboard.press("Enter")
    page.locator(".notice.is-success").wait_for()

    order.refresh_from_db()
    assert order.status == Status.READY


def test_nobody_is_kept_out_of_the_board(screen, olga, order, barriers):
    for dark in (False, True):
        page = screen(olga, dark=dark)
        page.goto(reverse("orders:board"))
        assert barriers(page) == []
