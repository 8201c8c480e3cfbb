"""From the shop's shelf to the client's telephone: the driver's day on a phone."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from orders import actions
from orders.work_orders.lifecycle import Status
from production.transport import actions as transport
from tests import given

PHONE = {"width": 390, "height": 844}
DAY = reverse("production:transport")


def drive_off(phone):
    phone.get_by_role("button", name=re.compile("Выехать")).click()
    phone.get_by_role("dialog").get_by_role("button", name="Да").click()
    phone.wait_for_url(re.compile(r"/transport/lists/\d+/"))


def test_a_checked_piece_is_loaded_brought_and_the_manager_has_a_call(screen):
    olga = given.employee("manager")
    order = given.order(by=olga)
    piece = order.positions.get()
    worker = given.employee("worker")
    actions.finish(actions.start(piece, by=worker), by=worker)
    tablet = screen(given.employee("foreman"), width=820, height=1180)
    tablet.goto(reverse("production:queue"))
    card = tablet.locator("article").filter(has_text=order.number)
    card.get_by_role("button", name="Проверено").click()
    expect(card).to_contain_text("Проверена")

    phone = screen(given.employee("driver"), **PHONE)
    phone.goto(DAY)
    phone.locator(f"#piece-{piece.pk}").click()
    expect(phone.locator(f"#piece-{piece.pk}")).to_have_attribute("aria-pressed", "true")
    drive_off(phone)
    order.refresh_from_db()
    assert order.status == Status.CHECKED

    phone.get_by_role("button", name="Всё привезли").click()
    phone.get_by_role("dialog").get_by_role("button", name="Да").click()
    expect(phone.locator("#transport")).to_contain_text("В офисе с")

    desk = screen(olga)
    desk.goto(reverse("interactions:calls"))
    expect(desk.locator("#main")).to_contain_text(order.number)
    order.refresh_from_db()
    assert order.status == Status.READY


def test_what_is_ticked_by_mistake_is_taken_off_again(screen):
    order = given.checked_order()
    phone = screen(given.employee("driver"), **PHONE)
    phone.goto(DAY)
    piece = phone.locator(f"#piece-{order.positions.get().pk}")

    piece.click()
    expect(piece).to_have_attribute("aria-pressed", "true")
    piece.click()

    expect(piece).to_have_attribute("aria-pressed", "false")
    expect(phone.get_by_role("button", name=re.compile("Выехать"))).to_have_count(0)


def test_pieces_come_one_by_one_and_one_stays_in_another_office(screen):
    driver, sokol = given.employee("driver"), given.office("Офис на Соколе")
    brought, astray = given.checked_order(), given.checked_order()
    drive = transport.depart(transport.load(brought.office, by=driver), by=driver)
    phone = screen(driver, **PHONE)
    phone.goto(drive.get_absolute_url())

    phone.locator(f"#arrive-{brought.positions.get().pk}").click()
    expect(phone.locator(".shop-note")).to_have_count(1)
    row = phone.locator("article").filter(has_text=astray.number)
    row.get_by_text("Не привезли").click()
    row.locator(f"#lay-{astray.positions.get().pk}-{sokol.pk}").click()
    expect(phone.locator(".shop-note")).to_have_count(2)

    brought.refresh_from_db()
    astray.refresh_from_db()
    assert (brought.status, astray.status) == (Status.READY, Status.CHECKED)
    phone.goto(DAY)
    expect(phone.locator(".tick-note")).to_contain_text(sokol.name)


def test_somebody_else_was_quicker_and_it_is_said(screen):
    order, driver = given.checked_order(), given.employee("driver")
    drive = transport.depart(transport.load(order.office, by=driver), by=driver)
    phone = screen(driver, **PHONE)
    phone.goto(DAY)
    transport.arrive(drive, by=given.employee("foreman"))

    phone.get_by_role("button", name="Привезли в офис").click()
    phone.get_by_role("dialog").get_by_role("button", name="Да").click()

    expect(phone.locator("#refusal .notice")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_drivers_pages_are_open_to_everybody(screen, barriers, dark):
    driver = given.employee("driver")
    given.office("Офис на Соколе")
    first = given.checked_order(given.mirror(note="Подвес сверху"), given.mirror(2000, 600))
    drive = transport.depart(transport.load(first.office, by=driver), by=driver)
    waiting = given.checked_order(given.mirror(), given.mirror(900, 900))
    transport.load(waiting.office, by=driver, positions=[waiting.positions.first().pk])
    page = screen(driver, dark=dark, **PHONE)
    found = []

    for address in [DAY, drive.get_absolute_url(), reverse("production:transport_lists")]:
        page.goto(address)
        found += barriers(page)
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found += [f"{address}: {overflow} px too wide"] if overflow > 0 else []
        low = page.locator(".touch .btn, .tick").evaluate_all(
            "all => all.filter(each => each.offsetHeight < 48).length"
        )
        found += [f"{address}: {low} low buttons"] if low else []

    assert found == []
