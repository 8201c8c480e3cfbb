"""A piece comes back with cause and photo, is made again and checked; the shop asks meanwhile."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from company import actions as company
from core.models import Attachment
from orders import actions
from orders.work_orders.lifecycle import Status
from production.models import Defect
from tests import given
from tests.browser.test_shop import PHONE, QUEUE, TABLET, card_of
from tests.production.test_position import picture

PIN = "2580"


@pytest.fixture
def made():
    """A finished piece, and the foreman and the worker whose PINs the tablet knows."""
    given.defect_cause("Раскрой")
    order, worker = given.order(by=given.employee("manager")), with_pin("worker", "Чернов")
    actions.finish(actions.start(order.positions.get(), by=worker), by=worker)
    with_pin("foreman", "Зимин")
    return order


def with_pin(role, last_name):
    person = given.employee(role, last_name=last_name)
    company.set_pin(person, PIN, by=person)
    return person


def tablet_of(screen):
    may = ["orders.view_shop_position", "company.use_tablet"]
    return screen(given.employee("tablet", may=may), **TABLET)


def press(tablet, order, button, who):
    """A step on the shared tablet: the button, the name, the PIN."""
    card_of(tablet, order).get_by_role("link", name=button).click()
    dialog = tablet.get_by_role("dialog")
    dialog.get_by_text(who).click()
    dialog.get_by_label("ПИН-код").fill(PIN)
    dialog.get_by_role("button", name=button).click()
    expect(dialog).to_be_hidden()


def test_a_piece_is_sent_back_made_again_and_checked(screen, made):
    tablet = tablet_of(screen)
    tablet.goto(QUEUE)
    card = card_of(tablet, made)

    card.get_by_role("link", name=re.compile("Вернуть")).click()
    dialog = tablet.get_by_role("dialog", name=re.compile("Вернуть"))
    dialog.get_by_label("Причина").select_option(label="Раскрой")
    dialog.get_by_label("Что не так").fill("Скол на стороне B")
    photo = picture("скол.png")
    dialog.get_by_label("Фото").set_input_files(
        {"name": photo.name, "mimeType": "image/png", "buffer": photo.read()}
    )
    dialog.get_by_text("Зимин").click()
    dialog.get_by_label("ПИН-код").fill("0852")
    dialog.get_by_role("button", name="Вернуть").click()
    expect(dialog).to_contain_text("не подходит")
    dialog.get_by_label("ПИН-код").fill(PIN)
    dialog.get_by_role("button", name="Вернуть").click()

    expect(dialog).to_be_hidden()
    expect(card).to_contain_text("Переделка")
    expect(card).to_contain_text("Скол на стороне B")
    press(tablet, made, "Начать", "Чернов")
    expect(card).to_contain_text("Начата")
    press(tablet, made, "Готово", "Чернов")
    press(tablet, made, re.compile("Проверено"), "Зимин")
    expect(card).to_contain_text("Проверена")
    made.refresh_from_db()
    defect = Defect.objects.get()
    assert made.status == Status.CHECKED
    assert (defect.cause.name, defect.found_by.last_name) == ("Раскрой", "Зимин")
    assert Attachment.objects.of(defect).count() == 1


def test_the_shop_asks_and_reads_the_answer(screen, made):
    tablet = tablet_of(screen)
    page_of_piece = reverse("production:position", args=[made.positions.get().pk])
    tablet.goto(page_of_piece)
    tablet.get_by_label("Вопрос менеджеру").fill("Какая сторона верх?")
    tablet.locator(".who").get_by_text("Чернов").click()
    tablet.get_by_label("ПИН-код").fill(PIN)
    tablet.get_by_role("button", name="Спросить").click()
    expect(tablet.locator("#questions")).to_contain_text("Ответа пока нет")

    desk = screen(made.manager)
    desk.goto(made.get_absolute_url())
    notes = desk.locator("#shop-notes")
    notes.get_by_label("Ответ").fill("Сторона A")
    notes.get_by_role("button", name="Ответить").click()
    expect(notes).to_contain_text("Сторона A")

    tablet.goto(page_of_piece)
    expect(tablet.locator("#questions")).to_contain_text("Сторона A")


def test_a_director_controls_the_day_on_a_phone(screen, made):
    phone = screen(given.employee("director"), **PHONE)
    phone.goto(reverse("orders:control"))
    row = phone.locator("tbody tr").filter(has_text=made.number)

    row.get_by_role("button", name="Без замечаний").click()

    expect(row.locator(".control-mark")).to_contain_text("Без замечаний")
    assert made.control_marks.count() == 1


@pytest.mark.parametrize("dark", [False, True])
def test_the_pages_are_open_to_everybody(screen, barriers, made, dark):
    director, piece = given.employee("director"), made.positions.get()
    given.question(piece)
    remark = given.remark(made, by=director, responsible=made.manager)
    control = reverse("orders:control")
    seen = {
        director: [
            control,
            f"{control}?kind=current",
            f"{control}?kind=final&show=open",
            f"{reverse('orders:remark', args=[made.pk])}?kind=final",
            remark.get_absolute_url(),
            reverse("production:notes", args=[made.pk]),
            reverse("company:profile"),
        ],
    }
    found = []
    for width in (PHONE, {"width": 1440, "height": 900}):
        page = screen(director, dark=dark, **width)
        for address in seen[director]:
            page.goto(address)
            found += barriers(page)
            overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            found += [f"{address}: {overflow} px too wide"] if overflow > 0 else []
    tablet = tablet_of(screen)
    for address in (
        QUEUE,
        reverse("production:position", args=[piece.pk]),
        reverse("production:who", args=[piece.pk, "check"]),
    ):
        tablet.goto(address)
        found += barriers(tablet)

    assert found == []
