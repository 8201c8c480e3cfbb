"""The client changes the size of a piece that the workshop has begun."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from core.models import Document
from orders import actions
from orders.work_orders.lifecycle import PositionStatus
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)
TABLET = {"width": 820, "height": 1180}
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def order(olga):
    order = given.order(by=olga, paid=500)
    actions.start(order.positions.get(), by=given.employee("worker"))
    return order


def test_an_amendment_after_the_start(screen, olga, order):
    foreman, worker = given.employee("foreman"), given.employee("worker")
    desk, phone = screen(olga), screen(foreman, **PHONE)
    tablet = screen(worker, **TABLET)

    desk.goto(order.get_absolute_url())
    desk.get_by_role("link", name="Изменить заказ").click()
    expect(desk.get_by_text("нужно согласие мастера")).to_be_visible()
    desk.get_by_label("Высота, мм").fill("900")
    desk.get_by_label("Кто просит изменить").fill("Клиент перемерил нишу")
    expect(desk.locator("#sum")).to_contain_text("+188,00")
    desk.get_by_role("button", name="Что получается").click()
    expect(desk.get_by_text("600×900 мм", exact=True)).to_be_visible()
    desk.get_by_role("button", name="Спросить мастера").click()
    expect(desk.get_by_text("Мастера спросили.")).to_be_visible()

    phone.goto(reverse("company:notifications"))
    phone.get_by_text("перемерил нишу").click()
    expect(phone.get_by_text("1 956,00")).to_have_count(0)
    assert phone.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    phone.get_by_label("Начать заново").check()
    phone.get_by_role("button", name="Согласен", exact=True).click()
    expect(phone.get_by_text("Согласие записано")).to_be_visible()

    desk.reload()
    desk.get_by_label("Подписал на бумаге").check()
    desk.get_by_role("button", name="Клиент согласен").click()
    expect(desk.get_by_text("бумаги выпущены заново")).to_be_visible()
    expect(desk.locator(".figures")).to_contain_text("1 956,00")

    tablet.goto(reverse("production:queue"))
    card = tablet.locator("article").filter(has_text=order.number)
    expect(card).to_contain_text("было 600×800 мм, стало 600×900 мм")
    expect(card.get_by_role("button", name="Начать")).to_be_disabled()
    card.get_by_role("button", name="Понятно").click()
    card.get_by_role("button", name="Начать").click()
    expect(card).to_contain_text("Начата")

    position = order.positions.get()
    assert (position.status, position.changes.get().seen_by) == (PositionStatus.STARTED, worker)
    paper = Document.objects.of(order).filter(kind="work_order").order_by("revision").last()
    assert paper.content["amendment"] == 1


def test_a_new_position_follows_the_numbers_of_those_that_stay(screen, olga):
    order = given.order(given.mirror(), given.mirror(700), by=olga)
    page = screen(olga)
    page.goto(reverse("orders:amend", args=[order.pk]))

    page.locator(".line").first.get_by_role("button", name="Убрать").click()
    page.get_by_role("button", name="Добавить позицию").click()
    expect(page.locator(".line-number")).to_have_text(["2", "3"])


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nobody_is_shut_out_of_an_amendment(screen, barriers, olga, order, dark):
    amendment = actions.ask_consent(given.amendment(order, by=olga), by=olga)
    page, phone = screen(olga, dark=dark), screen(given.employee("foreman"), dark=dark, **PHONE)
    found = []
    for who in (page, phone):
        who.goto(amendment.get_absolute_url())
        found += barriers(who)
    page.goto(reverse("orders:amend", args=[order.pk]))
    page.wait_for_load_state("networkidle")

    assert found + barriers(page) == []
