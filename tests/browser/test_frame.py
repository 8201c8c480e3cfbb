import re

import pytest
from playwright.sync_api import expect

from tests import given


@pytest.mark.parametrize(("width", "dark"), [(1440, False), (1440, True), (390, False)])
def test_every_page_of_the_menu_is_open_to_everybody(screen, barriers, width, dark):
    page = screen(given.employee("admin"), width=width, dark=dark)
    page.goto("/")
    links = page.locator(".nav-list a").evaluate_all("links => links.map(link => link.href)")
    found = []

    for link in links:
        answer = page.goto(link)
        found += barriers(page) if answer.ok else [f"{link}: {answer.status}"]
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found += [f"{link}: {overflow} px too wide"] if overflow > 0 else []

    assert len(links) > 3
    assert found == []


def test_a_client_is_found_and_opened_from_the_keyboard(screen):
    given.client("Светлова Мария", "+7 916 123-45-67")
    page = screen(given.employee("manager"))
    page.goto("/")

    page.keyboard.press("Control+k")
    page.keyboard.type("123-45-67")
    expect(page.get_by_role("option", selected=True)).to_contain_text("Светлова Мария")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/clients/"))


def test_the_chosen_colours_stay(screen):
    page = screen(given.employee("manager"))
    page.goto("/")

    page.get_by_role("button", name="Профиль").click()
    page.get_by_role("button", name="Тёмное").click()
    page.reload()

    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")


def test_a_question_mark_shows_the_shortcuts(screen):
    page = screen(given.employee("manager"))
    page.goto("/")

    page.keyboard.press("?")

    expect(page.get_by_role("dialog", name="Горячие клавиши")).to_contain_text("Ctrl+K")


def test_a_refusal_is_said_in_words_and_leaves_the_page_as_it_is(screen):
    page = screen(given.employee("admin"))
    page.goto("/letters/")

    page.evaluate("htmx.ajax('POST', '/lists/letters/save-view/', {target: '#list'})")

    expect(page.locator("#refusal .notice")).to_be_visible()
    expect(page.locator("#list")).to_be_visible()


def test_on_a_phone_the_menu_opens_from_the_side(screen):
    page = screen(given.employee("manager"), width=390)
    page.goto("/")
    expect(page.locator("#nav")).to_be_hidden()

    page.get_by_role("button", name="Меню").click()

    expect(page.get_by_role("dialog", name="Наряд")).to_be_visible()


def test_a_stranger_is_asked_to_log_in_and_comes_to_the_page_asked_for(screen):
    employee = given.employee("manager", "olga")
    page = screen()
    page.goto("/jobs/")

    page.locator("#id_username").fill(employee.username)
    page.locator("#id_password").fill(given.PASSWORD)
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/jobs/$"))


def test_a_chart_does_not_stick_out_of_a_page_that_has_just_become_narrower(screen):
    given.client("Светлова Мария")
    page = screen(given.employee("director"))
    page.goto("/reports/base_growth/")
    expect(page.locator("[data-chart] canvas")).to_be_visible()

    # Measured within one turn: the chart has not yet heard of its new width.
    sticks_out = page.locator("[data-chart]").evaluate(
        """chart => {
          const panel = chart.parentElement;
          panel.style.setProperty("width", "300px");
          return panel.scrollWidth - panel.clientWidth;
        }"""
    )

    assert sticks_out <= 0
