"""At the client's place: a whole order taken by touch on a phone, photograph and signature too."""

import re

import pytest
from django.conf import settings
from playwright.sync_api import expect

from core.models import Attachment, Document
from crm.demo import signature
from orders.models import WorkOrder
from orders.work_orders.lifecycle import Status
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)
WIDTH, HEIGHT = 390, 844
SMALLEST_TARGET = 40


@pytest.fixture
def olga():
    given.price_list()
    given.ad_source("Сайт")
    return given.employee("manager")


@pytest.fixture
def phone(chromium, live_server, login, olga):
    """A page that is touched and has no mouse."""
    context = chromium.new_context(
        base_url=live_server.url,
        viewport={"width": WIDTH, "height": HEIGHT},
        locale="ru-RU",
        has_touch=True,
        is_mobile=True,
        device_scale_factor=2,
    )
    session = login(olga).cookies[settings.SESSION_COOKIE_NAME].value
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}
    context.add_cookies([cookie])
    page, faults = context.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


def picked(page, file):
    """The phone's camera answers with a picture."""
    with page.expect_file_chooser() as asked, page.expect_response("**/add-photo/"):
        page.locator("[data-line-photo]").tap()
        asked.value.set_files(file)


def sign_by_finger(page):
    page.locator(".signing summary").tap()
    pad = page.locator("canvas.signature-pad")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    touch = page.context.new_cdp_session(page)
    points = [(box["x"] + 40 + 15 * step, box["y"] + 30 + 20 * (step % 3)) for step in range(12)]

    def send(kind, *point):
        places = [{"x": x, "y": y} for x, y in point]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    send("touchStart", points[0])
    for point in points[1:]:
        send("touchMove", point)
    send("touchEnd")
    expect(page.locator("#id_signature")).not_to_have_value("")
    # Two touches at once are a double tap to a browser, and no finger is so quick.
    page.wait_for_timeout(500)


def width_of(page):
    return page.evaluate("document.documentElement.scrollWidth")


def test_a_whole_order_is_taken_by_touch(phone, olga, tmp_path):
    photo = tmp_path / "стена.png"
    photo.write_bytes(signature.png(3))
    phone.goto("/orders/new/")
    assert width_of(phone) == WIDTH

    phone.locator("#id_phone").tap()
    phone.locator("#id_phone").fill("8 916 123-45-67")
    phone.locator("#id_name").fill("Мария Светлова")
    phone.locator("#id_ad_source").select_option(label="Сайт")
    phone.locator("[name$=-item]").first.fill("Зеркало серебро 4 мм")
    phone.locator("[name$=-width_mm]").first.fill("600")
    phone.locator("[name$=-height_mm]").first.fill("800")
    picked(phone, photo)
    phone.locator(".line-shot img").wait_for()
    phone.locator("#sum strong", has_text="₽").wait_for()
    phone.locator("#id_amount").fill("500")
    sign_by_finger(phone)
    assert width_of(phone) == WIDTH
    phone.get_by_role("button", name="Принять и напечатать").tap()
    phone.wait_for_url(re.compile(r"/orders/\d+/$"))

    order = WorkOrder.objects.get()
    sketch = Attachment.objects.of(order.positions.get()).get()
    hand = Attachment.objects.of(order).get()
    assert (order.status, order.paid) == (Status.ACCEPTED, 500)
    assert (sketch.name, sketch.purpose) == ("стена.png", Attachment.Purpose.SKETCH)
    assert hand.purpose == Attachment.Purpose.ACCEPTANCE
    assert Document.objects.of(order).get(kind="work_order").content["signature"]
    assert width_of(phone) == WIDTH


def test_a_refusal_keeps_photograph_and_signature(phone, olga, tmp_path):
    photo = tmp_path / "стена.png"
    photo.write_bytes(signature.png(3))
    phone.goto("/orders/new/")
    phone.locator("[name$=-item]").first.fill("Зеркало серебро 4 мм")
    picked(phone, photo)
    phone.locator(".line-shot img").wait_for()
    sign_by_finger(phone)

    phone.get_by_role("button", name="Принять и напечатать").tap()
    phone.get_by_text("Спросите имя").or_(
        phone.locator("#id_name_error:not(:empty)")
    ).first.wait_for()

    assert phone.locator(".line-shot img").count() == 1
    assert phone.locator("#id_signature").input_value().startswith("data:image/png")
    assert not WorkOrder.objects.exists()


def test_fingers_hit_what_they_press(phone):
    phone.goto("/orders/new/")

    for button in phone.locator(
        "#order-form :is(button, .form-control, .form-select):visible"
    ).all():
        box = button.bounding_box()
        assert box["height"] >= SMALLEST_TARGET, button.evaluate("each => each.outerHTML")


def test_the_sum_stays_in_sight(phone):
    phone.goto("/orders/new/")
    phone.locator("[name$=-width_mm]").first.scroll_into_view_if_needed()

    box = phone.locator("#sum").bounding_box()

    assert box["y"] + box["height"] <= HEIGHT
