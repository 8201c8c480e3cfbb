"""The counter at the hand-over: signature by mouse, by keyboard alone, and what the page says."""

import pytest
from django.urls import reverse

from core.models import Attachment, Document
from orders.work_orders.lifecycle import Status
from tests import given
from tests.browser.signing import sign

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def order(olga):
    return given.ready_order(by=olga, paid=1000)


def opened(screen, olga, order, **look):
    page = screen(olga, **look)
    page.goto(reverse("orders:hand_over", args=[order.pk]))
    return page


def test_the_client_signs_pays_the_balance_and_the_order_is_archived(screen, olga, order):
    page = opened(screen, olga, order)

    sign(page)
    page.get_by_role("button", name="Выдать").click()
    page.wait_for_url(f"**{order.get_absolute_url()}")

    order.refresh_from_db()
    assert (order.status, order.debt) == (Status.ARCHIVED, 0)
    assert Attachment.objects.of(order).get().purpose == "signature"
    paper = Document.objects.of(order).filter(kind="work_order").order_by("revision").last()
    assert paper.content["handed_over"]["signature"]
    assert page.locator("img.signature").is_visible()


def test_the_paper_is_signed_instead_by_keyboard_alone(screen, olga, order):
    page = opened(screen, olga, order)

    page.get_by_label("Подписано на бумаге").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Выдать").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{order.get_absolute_url()}")

    order.refresh_from_db()
    assert order.status == Status.ARCHIVED
    assert not Attachment.objects.of(order).exists()


def test_what_is_lacking_is_said_and_the_signature_stays(screen, olga, order):
    page = opened(screen, olga, order)
    sign(page)
    page.get_by_label("Есть замечания").check()

    page.get_by_role("button", name="Выдать").click()
    page.get_by_text("Запишите, что заметил клиент.").wait_for()
    page.get_by_label("Замечания клиента").fill("Скол на ребре")
    page.get_by_role("button", name="Выдать").click()
    page.wait_for_url(f"**{order.get_absolute_url()}")

    order.refresh_from_db()
    assert order.hand_over_note == "Скол на ребре"
    assert Attachment.objects.of(order).exists()


def test_too_little_money_is_refused_in_words_and_nothing_typed_is_lost(screen, olga, order):
    page = opened(screen, olga, order)
    page.get_by_label("Платит сейчас").fill("100")
    page.get_by_label("Подписано на бумаге").check()

    page.get_by_role("button", name="Выдать").click()
    page.locator("#refusal .notice").wait_for()

    assert page.get_by_label("Платит сейчас").input_value() == "100"
    order.refresh_from_db()
    assert (order.status, order.paid) == (Status.READY, 1000)


def test_a_cleared_signature_is_no_signature(screen, olga, order):
    page = opened(screen, olga, order)
    sign(page)
    page.get_by_role("button", name="Стереть").click()

    page.get_by_role("button", name="Выдать").click()

    page.get_by_text("Попросите клиента расписаться").wait_for()
    order.refresh_from_db()
    assert order.status == Status.READY


def test_a_finger_signs_on_a_phone(chromium, live_server, screen, olga, order):
    page = opened(screen, olga, order, width=390, height=844)
    canvas = page.locator("canvas.signature-pad")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    touch = page.context.new_cdp_session(page)
    for kind, shift in [("touchStart", 0), ("touchMove", 60), ("touchMove", 120), ("touchEnd", 0)]:
        point = {"x": box["x"] + 30 + shift, "y": box["y"] + 30 + shift / 2}
        points = [] if kind == "touchEnd" else [point]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    assert page.locator("#id_signature").input_value().startswith("data:image/png;base64,")
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nobody_is_shut_out_of_the_pages_of_an_order(screen, barriers, olga, order, dark):
    page = screen(olga, dark=dark)
    pages = [
        reverse("orders:index"),
        order.get_absolute_url(),
        reverse("orders:hand_over", args=[order.pk]),
        reverse("orders:cancel", args=[order.pk]),
        reverse("orders:payments"),
        reverse("core:report", args=["cash_day"]),
    ]

    found = []
    for address in pages:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        found += barriers(page)

    assert found == []


def test_money_is_taken_given_back_and_corrected_without_leaving_the_order(screen, olga, order):
    page = screen(olga)
    page.goto(order.get_absolute_url())
    page.get_by_role("button", name="Принять оплату").click()
    page.get_by_text("Деньги приняты.").wait_for()

    page.get_by_role("link", name="Вернуть", exact=True).click()
    page.locator("#refund-amount").fill("68")
    page.locator("#refund-ground").fill("Скидка за скол")
    page.get_by_role("button", name="Вернуть деньги").click()
    page.get_by_text("Возврат записан.").wait_for()

    page.get_by_role("link", name="Исправить").last.click()
    page.locator("#correct [name=ground]").fill("Не тот заказ")
    page.locator("#correct").get_by_role("button", name="Исправить").click()
    page.get_by_text("исправлена").wait_for()

    order.refresh_from_db()
    assert (order.paid, order.payments.count()) == (1768, 4)


def test_the_changes_open_on_demand(screen, olga, order):
    page = screen(olga)
    page.goto(order.get_absolute_url())

    page.locator("details summary", has_text="История и изменения").click()

    page.locator("#history .change").first.wait_for()
