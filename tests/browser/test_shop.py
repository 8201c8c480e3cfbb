"""The workshop's tablets and the driver's phone."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from orders import actions
from orders.work_orders.lifecycle import Status
from tests import given

TABLET = {"width": 820, "height": 1180}
PHONE = {"width": 390, "height": 844}
QUEUE = reverse("production:queue")


def card_of(page, order):
    return page.locator("article").filter(has_text=order.number)


def test_a_piece_goes_through_the_shop_on_tablets(screen):
    order = given.order()
    tablet = screen(given.employee("foreman"), **TABLET)
    tablet.goto(QUEUE)
    card = card_of(tablet, order)

    card.get_by_role("button", name="Начать").click()
    expect(card).to_contain_text("Начата")
    card.get_by_role("button", name="Готово").click()
    expect(card).to_contain_text("Готова")
    card.get_by_role("button", name="Проверено").click()

    expect(card).to_contain_text("Проверена")
    order.refresh_from_db()
    assert order.status == Status.CHECKED


def test_a_piece_is_sent_back_with_a_reason(screen):
    order, worker = given.order(), given.employee("worker")
    actions.finish(actions.start(order.positions.get(), by=worker), by=worker)
    tablet = screen(given.employee("foreman"), **TABLET)
    tablet.goto(QUEUE)

    card_of(tablet, order).get_by_role("link", name=re.compile("Вернуть")).click()
    dialog = tablet.get_by_role("dialog", name=re.compile("Вернуть"))
    dialog.get_by_role("textbox").fill("Скол на стороне B")
    dialog.get_by_role("button", name="Вернуть").click()

    expect(dialog).to_be_hidden()
    expect(card_of(tablet, order)).to_contain_text("Скол на стороне B")


def test_a_second_person_reads_why_and_sees_the_card_as_it_is(screen):
    order = given.order()
    tablet = screen(given.employee("worker"), **TABLET)
    tablet.goto(QUEUE)
    actions.start(order.positions.get(), by=given.employee("worker"))

    card_of(tablet, order).get_by_role("button", name="Начать").click()

    expect(tablet.locator("#refusal .notice")).to_contain_text("Начать")
    expect(card_of(tablet, order)).to_contain_text("Начата")


def test_new_orders_appear_by_themselves(screen):
    tablet = screen(given.employee("worker"), **TABLET)
    tablet.goto(QUEUE)
    order = given.order()

    tablet.evaluate("htmx.trigger(document.body, 'stale')")

    expect(card_of(tablet, order)).to_be_visible()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("size", [TABLET, PHONE], ids=["tablet", "phone"])
def test_the_shops_pages_are_open_to_everybody(screen, barriers, size, dark):
    order = given.order(given.mirror(note="Подвес сверху"), given.mirror(2000, 600))
    given.checked_order()
    page = screen(given.employee("foreman"), dark=dark, **size)
    addresses = [
        QUEUE,
        f"{QUEUE}?stage=film",
        reverse("production:position", args=[order.positions.first().pk]),
        reverse("production:transport"),
    ]
    found = []

    for address in addresses:
        page.goto(address)
        found += barriers(page)
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found += [f"{address}: {overflow} px too wide"] if overflow > 0 else []
        low = page.locator(".touch .btn").evaluate_all(
            "all => all.filter(each => each.offsetHeight < 48).length"
        )
        found += [f"{address}: {low} low buttons"] if low else []

    assert found == []
