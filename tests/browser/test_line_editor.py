"""The line editor by keyboard, inside the new-order screen."""

import pytest
from playwright.sync_api import expect

from core import clock
from crm.demo import price_list
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(screen):
    price_list.load(clock.today())
    page = screen(given.employee("manager"))
    page.goto("/orders/new/")
    yield page
    # An answer still under way would hold the tables that the next test empties.
    page.wait_for_load_state("networkidle")


def type_in(page, name, text):
    page.focus(f'[name="line-0-{name}"]')
    page.keyboard.type(text)
    page.keyboard.press("Tab")


def mirror(page):
    type_in(page, "item", "сер 4")
    type_in(page, "width_mm", "600")
    type_in(page, "height_mm", "800")


def result(page):
    return page.locator("#line-0-result")


def test_an_item_is_completed_and_priced_while_typing(desk):
    mirror(desk)

    expect(desk.locator('[name="line-0-item"]')).to_have_value("Зеркало серебро 4 мм")
    expect(result(desk).locator("svg.drawing")).to_be_visible()
    expect(result(desk)).to_contain_text("0,48 м² ×")


def test_two_sizes_typed_as_one_fill_both_fields(desk):
    type_in(desk, "item", "сер 4")
    type_in(desk, "width_mm", "600х800")

    expect(desk.locator('[name="line-0-height_mm"]')).to_have_value("800")
    expect(result(desk)).to_contain_text("0,48 м² ×")


def test_an_offered_work_is_taken_by_one_key(desk):
    mirror(desk)
    expect(result(desk).locator('[data-offer="1"]')).to_be_visible()
    name = result(desk).locator('[data-offer="1"]').inner_text()
    desk.keyboard.press("Alt+1")

    expect(result(desk).locator(".line-reasons")).to_contain_text("Притупление кромки")
    assert "Притупление кромки" in name


def test_only_what_applies_is_asked(desk):
    facet, pieces = (desk.locator(f".line-field-{name}") for name in ("facet_mm", "pieces"))
    expect(facet).to_be_visible()
    expect(pieces).to_be_hidden()

    type_in(desk, "item", "витраж, класс 2")
    expect(pieces).to_be_visible()
    expect(facet).to_be_hidden()

    desk.fill('[name="line-0-item"]', "Доставка по городу")
    desk.keyboard.press("Tab")
    expect(desk.locator(".line-field-width_mm")).to_be_hidden()
    expect(result(desk)).to_contain_text("1 шт. ×")


def test_the_folded_part_opens_and_closes_by_a_key(desk):
    mirror(desk)
    desk.keyboard.press("Alt+m")
    expect(desk.locator('[name="line-0-holes"]')).to_be_visible()

    desk.keyboard.press("Alt+m")
    expect(desk.locator('[name="line-0-holes"]')).to_be_hidden()


def test_a_wrong_size_is_said_at_its_field_and_the_text_stays(desk):
    type_in(desk, "item", "сер 4")
    type_in(desk, "width_mm", "10 км")

    expect(desk.locator("#id_line-0-width_mm_error")).to_contain_text("в миллиметрах")
    expect(desk.locator('[name="line-0-width_mm"]')).to_have_value("10 км")
    expect(desk.locator("#id_line-0-height_mm_error")).to_be_hidden()


def test_an_error_says_no_part_of_a_label_that_has_a_colon_itself(desk):
    mirror(desk)
    desk.keyboard.press("Alt+m")
    type_in(desk, "holes", "9000,20,8")

    error = desk.locator("#id_line-0-holes_error")
    expect(error).to_have_text("Отверстие 1 выходит за край изделия.")


def test_a_warning_is_set_aside_with_a_reason(desk):
    mirror(desk)
    type_in(desk, "facet_mm", "35")
    desk.fill('[name="line-0-height_mm"]', "120")
    desk.keyboard.press("Tab")
    reason = desk.locator('[name="line-0-reason_facet_wide"]')
    expect(reason).to_be_visible()

    reason.fill("клиент согласен")
    desk.keyboard.press("Tab")
    desk.wait_for_timeout(600)

    expect(reason).to_have_value("клиент согласен")


@pytest.mark.parametrize("dark", [False, True])
def test_nothing_bars_the_way_to_the_editor(desk, barriers, dark):
    desk.emulate_media(color_scheme="dark" if dark else "light")
    mirror(desk)
    desk.keyboard.press("Alt+m")
    expect(result(desk).locator("[data-offer]").first).to_be_visible()

    assert barriers(desk) == []
