"""A sketch goes to the client by a real mail server, is approved, and is void after a change."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from orders.sketches.lifecycle import SketchStatus
from tests import given
from tests.core import files

pytestmark = pytest.mark.django_db(transaction=True)
ADDRESS = "maria@example.org"


@pytest.fixture
def order(olga):
    return given.order(by=olga, of=given.client(email=ADDRESS, by=olga))


def attach(page, content, name):
    page.get_by_role("link", name="Прикрепить файл").click()
    picture = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.locator("#sketch-file").set_input_files([picture])
    page.locator("#add-sketch").get_by_role("button", name="Прикрепить").click()
    page.locator("#files .thumb-name", has_text=name).wait_for()


def mail_it(page):
    page.get_by_role("link", name="Отправить клиенту на утверждение").click()
    expect(page.get_by_label("Почта клиента")).to_have_value(ADDRESS)
    page.get_by_role("button", name="Отправить клиенту").click()
    page.locator("#files", has_text="Отправлен, ответа ещё нет").wait_for()


def record_approval(page):
    page.get_by_role("link", name="Записать ответ").click()
    page.get_by_label("Утверждено").check()
    page.get_by_role("button", name="Записать ответ").click()
    page.locator("#files", has_text="Утверждён клиентом").wait_for()


def test_a_sketch_is_mailed_approved_and_void_after_a_change(screen, post, olga, foreman, order):
    page = screen(olga)
    page.goto(order.get_absolute_url())

    attach(page, files.photo((400, 300), sideways=True), "эскиз.jpg")
    mail_it(page)

    assert post.taken.wait(10)
    (letter,) = post.letters
    assert (letter["To"], order.number in letter["Subject"]) == (ADDRESS, True)
    assert "600×800 мм" in letter.get_body().get_content()
    (sketch,) = letter.iter_attachments()
    assert (sketch.get_filename(), sketch.get_content_type()) == ("эскиз.jpg", "image/jpeg")
    assert b"Phone of Maria" not in sketch.get_content()

    record_approval(page)

    attach(page, files.pdf(), "эскиз 2.pdf")
    expect(page.locator("#files")).to_contain_text("Не утверждён после изменения")
    order.refresh_from_db()
    assert order.sketch_state == SketchStatus.VOID

    page.goto(reverse("company:notifications"))
    expect(page.locator("main")).to_contain_text(f"Заказ {order.number}: эскиз больше не утверждён")
    shop = screen(foreman, width=820, height=1180)
    shop.goto(reverse("company:notifications"))
    expect(shop.locator("main")).to_contain_text("эскиз не утверждён после изменения")
    shop.goto(reverse("production:queue"))
    expect(shop.locator(".shop-card").first).to_contain_text("Эскиз не утверждён после изменения")


def test_a_photograph_is_attached_on_a_phone_and_every_picture_is_seen(screen, olga, order):
    page = screen(olga, width=390, height=844)
    page.goto(order.get_absolute_url())

    attach(page, files.pdf(), "чертёж.pdf")
    attach(page, files.SCRIPTED, "эскиз.svg")

    shown = page.locator("#files .thumb img")
    expect(shown).to_have_count(2)
    for place in range(2):
        shown.nth(place).scroll_into_view_if_needed()
        page.wait_for_function(
            "place => document.querySelectorAll('#files .thumb img')[place].naturalWidth > 0",
            arg=place,
        )
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nobody_is_shut_out_of_the_pages_of_a_sketch(screen, barriers, olga, order, dark):
    page = screen(olga, dark=dark)
    page.goto(order.get_absolute_url())
    attach(page, files.png(), "эскиз.png")
    mail_it(page)

    found = []
    for name in ("card", "add_sketch", "send_sketch", "answer_sketch"):
        page.goto(reverse(f"orders:{name}", args=[order.pk]))
        page.wait_for_load_state("networkidle")
        found += barriers(page)

    assert found == []
