"""Planning by drag: a call goes to another day, what is refused goes back, a phone shows a list."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core import clock
from interactions.models import Interaction
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)
TALL = 1400  # the whole day in sight: nothing is scrolled while it is dragged


def noon(days):
    moment = timezone.localtime(clock.now()) + timedelta(days=days)
    return moment.replace(hour=12, minute=0, second=0, microsecond=0)


def call_at(moment, by, name="Мария Светлова"):
    call = given.planned_call(given.client(name), by=by, in_hours=1)
    Interaction.objects.filter(pk=call.pk).update(planned_at=moment)
    call.refresh_from_db()
    return call


def open_calendar(page, view, day, **asked):
    more = "".join(f"&{name}={value}" for name, value in asked.items())
    page.goto(f"{reverse('interactions:calendar')}?view={view}&date={day.date()}{more}")


def drag(page, name, day):
    """By the mouse onto the column or the square of that day, keeping the hour."""
    event = page.locator(".calendar-event", has_text=name)
    event.wait_for()
    start = event.bounding_box()
    end = page.locator(f"[data-date='{day.date()}']").last.bounding_box()
    x, y = start["x"] + 12, start["y"] + start["height"] / 2
    to_x = end["x"] + 15
    to_y = y if end["height"] > 400 else end["y"] + end["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 8, y, steps=4)
    page.mouse.move(to_x, to_y, steps=15)
    with page.expect_response(lambda answer: "/drag/" in answer.url):
        page.mouse.up()


def test_a_call_is_dragged_to_another_day_and_the_working_list_follows(screen, olga, barriers):
    monday = noon(8 - clock.today().isoweekday())
    wednesday = monday + timedelta(days=2)
    call = call_at(monday, olga)
    desk = screen(olga, height=TALL)
    open_calendar(desk, "week", monday)
    desk.locator(".calendar-event").wait_for()
    assert barriers(desk) == []

    drag(desk, "Мария Светлова", wednesday)

    desk.locator("#calendar:not([aria-busy])").wait_for()
    call.refresh_from_db()
    assert call.planned_at == wednesday
    desk.goto(reverse("interactions:calls"))
    desk.get_by_text(f"{wednesday:%d.%m.%Y 12:00}").first.wait_for()


def test_what_is_refused_goes_back_and_says_why(screen, olga):
    tomorrow, yesterday = noon(1), noon(-1)
    call = call_at(tomorrow, olga)
    desk = screen(olga, height=TALL)
    open_calendar(desk, "month", yesterday)
    before = desk.locator(".calendar-event").bounding_box()

    drag(desk, "Мария Светлова", yesterday)

    desk.locator("#refusal").get_by_text("Укажите день и час впереди").wait_for()
    after = desk.locator(".calendar-event").bounding_box()
    assert after["x"] == before["x"]
    call.refresh_from_db()
    assert call.planned_at == tomorrow


def test_view_and_week_stand_in_the_address_and_back_works(screen, olga):
    desk = screen(olga)
    desk.goto(reverse("interactions:calendar"))
    desk.get_by_role("button", name="Месяц").click()
    desk.wait_for_url("**view=month**")
    title = desk.locator("#calendar-title").text_content()
    desk.get_by_role("button", name="Позже").click()
    desk.wait_for_function(f"document.querySelector('#calendar-title').textContent != '{title}'")

    desk.go_back()
    desk.wait_for_function(f"document.querySelector('#calendar-title').textContent == '{title}'")
    desk.reload()
    assert desk.locator("#calendar-title").text_content() == title


def test_an_empty_place_offers_what_to_plan_there(screen, olga):
    monday = noon(8 - clock.today().isoweekday())
    given.client("Мария Светлова")
    desk = screen(olga, height=TALL)
    open_calendar(desk, "month", monday)

    desk.locator(f"[data-date='{monday.date()}']").last.click()
    desk.get_by_role("link", name="Звонок или встреча").click()
    desk.get_by_placeholder("Клиент: имя или телефон").fill("светл")
    desk.keyboard.press("Enter")
    desk.get_by_role("link", name="Мария Светлова").click()

    assert desk.locator("[name=planned_at]").input_value() == f"{monday:%Y-%m-%dT10:00}"


def test_a_phone_shows_a_list(screen, olga, barriers):
    sunday = noon(7 - clock.today().isoweekday())
    call_at(sunday + timedelta(hours=11), olga)
    phone = screen(olga, width=390, height=844)
    phone.goto(reverse("interactions:calendar"))

    phone.get_by_role("link", name="Мария Светлова").wait_for()
    assert phone.get_by_role("button", name="Список").get_attribute("aria-pressed") == "true"
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    assert barriers(phone) == []
    phone.get_by_role("link", name="Мария Светлова").click()
    phone.get_by_role("link", name="Перенести").wait_for()
