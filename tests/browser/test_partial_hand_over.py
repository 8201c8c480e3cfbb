"""Two mirrors, one ready: it leaves with its own payment and signature, the other one later."""

import pytest
from django.urls import reverse

from orders import actions
from orders.work_orders.lifecycle import PositionStatus, Status
from tests import given
from tests.browser.test_hand_over import sign

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def order(olga):
    return given.half_ready_order(by=olga)


def bring_the_rest(order):
    worker, foreman = given.employee("worker"), given.employee("foreman")
    piece = order.positions.get(status=PositionStatus.WAITING)
    actions.start(piece, by=worker)
    actions.finish(piece, by=worker)
    actions.check(piece, by=foreman)
    actions.arrive(order, by=foreman)


def test_one_mirror_leaves_today_and_the_other_ends_the_order(screen, olga, order):
    small, large = order.positions.all()
    page = screen(olga)
    page.goto(order.get_absolute_url())

    page.get_by_role("link", name="Выдать часть").click()
    assert page.locator(f"#leaving-{small.pk}").is_checked()
    assert page.locator(f"#leaving-{large.pk}").is_disabled()
    assert page.get_by_label("Платит сейчас").input_value() == f"{small.total:.0f}"
    sign(page)
    page.get_by_role("button", name="Выдать").click()
    page.wait_for_url(f"**{order.get_absolute_url()}")

    order.refresh_from_db()
    assert (order.status, order.paid) == (Status.IN_PRODUCTION, small.total)
    assert page.locator("#visits img.signature").count() == 1

    bring_the_rest(order)
    page.goto(order.get_absolute_url())
    page.get_by_role("link", name="Выдать", exact=True).click()
    sign(page)
    page.get_by_role("button", name="Выдать").click()
    page.wait_for_url(f"**{order.get_absolute_url()}")

    order.refresh_from_db()
    assert (order.status, order.debt, order.visits) == (Status.ARCHIVED, 0, 2)
    assert page.locator("#visits img.signature").count() == 2


def test_the_sum_follows_what_is_ticked_and_where_it_leaves(screen, olga):
    order = given.checked_order(given.mirror(600), given.mirror(700), by=olga, address="Мира, 5")
    small, large = order.positions.all()
    actions.arrive(order, by=olga, positions=[small.pk])
    page = screen(olga)
    page.goto(reverse("orders:hand_over", args=[order.pk]))
    paid_now = page.get_by_label("Платит сейчас")
    assert paid_now.input_value() == f"{small.total:.0f}"

    page.get_by_role("radio", name="У клиента").check()
    page.wait_for_function(
        "sum => document.querySelector('#id_amount').value === sum", arg=f"{order.total:.0f}"
    )
    assert page.locator(f"#leaving-{large.pk}").is_checked()

    page.locator(f"#leaving-{small.pk}").uncheck()
    page.wait_for_function(
        "sum => document.querySelector('#id_amount').value === sum", arg=f"{large.total:.0f}"
    )


def test_a_driver_hands_over_on_a_phone(screen, order):
    driver = given.employee("driver")
    page = screen(driver, width=390, height=844)

    page.goto(reverse("orders:hand_over", args=[order.pk]))

    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_label("Подписано на бумаге").check()
    page.get_by_role("button", name="Выдать").click()
    page.wait_for_url(f"**{reverse('production:transport')}")
    order.refresh_from_db()
    assert (order.visits, order.status) == (1, Status.IN_PRODUCTION)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nobody_is_shut_out(screen, barriers, olga, order, dark):
    page = screen(olga, dark=dark)
    names = ["hand_over", "hold", "return_for_rework", "arrive"]

    found = []
    for name in names:
        page.goto(reverse(f"orders:{name}", args=[order.pk]))
        page.wait_for_load_state("networkidle")
        found += barriers(page)

    assert found == []
