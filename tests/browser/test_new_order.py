"""An order is taken by the keyboard alone, as fast as the client speaks."""

import re

import pypdfium2
import pytest
from playwright.sync_api import expect

from clients.models import Client
from core.models import Draft
from orders.models import WorkOrder
from orders.work_orders.lifecycle import Status
from tests import given

MOST_ENTRIES = 12


class Hand:
    """Counts entries: a field given a value, or one command. Going on by Enter or Tab is none."""

    def __init__(self, page):
        self.keyboard, self.entries = page.keyboard, 0

    def gives(self, text):
        self.entries += 1
        self.keyboard.type(text)
        self.goes_on()

    def picks_the_next(self):
        self.entries += 1
        self.keyboard.press("ArrowDown")
        self.goes_on()

    def commands(self, keys):
        self.entries += 1
        self.keyboard.press(keys)

    def goes_on(self, fields=1):
        for _ in range(fields):
            self.keyboard.press("Enter")


@pytest.fixture
def olga():
    given.price_list()
    given.ad_source("Сайт")
    return given.employee("manager")


@pytest.fixture
def page(screen, olga):
    """A screen that keeps no drafts, since a late one would meet an emptied database."""
    opened = screen(olga)
    opened.route("**/keep/", lambda route: route.fulfill(status=204))
    return opened


def test_a_stranger_s_order_takes_few_entries_and_no_mouse(screen, olga):
    page = screen(olga)
    page.goto("/orders/")
    hand = Hand(page)

    hand.commands("F2")
    expect(page.locator("#id_phone")).to_be_focused()
    hand.gives("8 916 123-45-67")
    hand.gives("Мария Светлова")
    hand.picks_the_next()
    hand.gives("зерк сер 4")
    hand.gives("600")
    hand.gives("800")
    hand.goes_on(2)  # one piece, the edge is not worked
    hand.gives("15")
    expect(page.locator("#sum")).to_contain_text("1 768,00")
    expect(page.locator("#line-0-result svg").first).to_be_visible()
    hand.commands("Alt+p")
    hand.gives("1000")
    with page.context.expect_page() as opened:
        hand.commands("Control+Enter")

    expect(page).to_have_url(re.compile(r"/orders/\d+/$"))
    order = WorkOrder.objects.get()
    paper = words_of(page.request.get(opened.value.url).body())
    assert hand.entries <= MOST_ENTRIES
    assert (order.status, order.total, order.paid) == (Status.ACCEPTED, 1768, 1000)
    assert order.client.main_phone.e164 == "+79161234567"
    assert order.ad_source.name == "Сайт"
    for words in (order.number, "Мария Светлова", "Зеркало серебро 4 мм", "600", "800", "15 мм"):
        assert words in paper
    assert not Draft.objects.exists()


def test_a_known_client_is_taken_with_the_arrows(page):
    known = given.client("Светлова Мария", "+7 916 123-45-67")
    page.goto("/orders/new/")

    page.keyboard.type("светл")
    expect(page.locator(".client-option")).to_contain_text("Светлова Мария")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.locator(".known-client-name")).to_have_text("Светлова Мария")
    expect(page.locator("#client [name=client]")).to_have_value(str(known.pk))


def test_a_new_client_who_looks_like_a_known_one_is_asked_about_before_the_press(page):
    given.client("Светлова Мария", "+7 916 123-45-67")
    page.goto("/orders/new/")

    page.keyboard.type("8 903 000-00-00")
    page.keyboard.press("Enter")
    page.keyboard.type("Мария Светлова")
    page.keyboard.press("Enter")

    expect(page.locator("#client-notice")).to_contain_text("+7 916 123-45-67")


def test_a_number_typed_after_enter_replaces_the_one_that_stood_there(page):
    page.goto("/orders/new/")
    quantity = page.locator("[name=line-0-quantity]")
    expect(quantity).to_have_value("1")
    page.locator("[name=line-0-height_mm]").focus()

    page.keyboard.press("Enter")
    page.keyboard.type("3")

    expect(quantity).to_have_value("3")


def test_positions_are_copied_moved_taken_away_and_put_back_by_keys(page):
    page.goto("/orders/new/")
    widths = page.locator("#lines [name$=-width_mm]")
    typed_line(page, 0, "600", "800")

    page.keyboard.press("Alt+d")
    expect(widths).to_have_count(2)
    page.locator("[name=line-1-width_mm]").fill("900")
    page.keyboard.press("Alt+ArrowUp")
    assert widths.evaluate_all("all => all.map(each => each.value)") == ["900", "600"]
    expect(page.locator(".line-number")).to_have_text(["1", "2"])
    expect(page.locator("#sum")).to_contain_text("4 244,00")

    page.keyboard.press("Alt+Delete")
    expect(page.locator("#sum")).to_contain_text("1 768,00")
    page.keyboard.press("Alt+z")
    expect(page.locator("#sum")).to_contain_text("4 244,00")

    page.keyboard.press("Alt+a")
    expect(page.locator("[name=line-2-item]")).to_be_focused()


def test_what_is_typed_survives_a_closed_browser_and_can_be_thrown_away(screen, olga):
    page = screen(olga)
    page.goto("/orders/new/")
    page.keyboard.type("8 916 123-45-67")
    page.keyboard.press("Enter")
    page.keyboard.type("Мария Светлова")
    typed_line(page, 0, "600", "800")
    expect(page.locator("#draft-state")).to_have_attribute("data-state", "kept")
    page.context.close()

    again = screen(olga)
    again.goto("/orders/new/")
    expect(again.locator("#restored")).to_be_visible()
    expect(again.locator("#id_name")).to_have_value("Мария Светлова")
    expect(again.locator("#sum")).to_contain_text("1 768,00")

    again.keyboard.press("Alt+x")
    expect(again.locator("#id_name")).to_have_value("")
    assert not Draft.objects.exists()


def test_what_is_wrong_is_said_at_its_field_which_gets_the_focus(page):
    page.goto("/orders/new/")
    page.keyboard.type("8 916 123-45-67")
    page.keyboard.press("Control+Enter")

    expect(page.locator("#id_name_error")).to_contain_text("имя")
    expect(page.locator("#id_name")).to_be_focused()
    expect(page.locator("#id_phone")).to_have_value(re.compile("916"))
    assert not Client.objects.exists()


def test_a_reason_is_typed_in_peace_while_prices_come(page):
    page.goto("/orders/new/")
    typed_line(page, 0, "3000", "3000")
    reason = page.locator("#line-0-result input").first

    reason.press_sequentially("склеим из двух частей по шву", delay=40)

    expect(reason).to_be_focused()
    expect(reason).to_have_value("склеим из двух частей по шву")


def test_a_double_press_makes_one_order(page):
    page.goto("/orders/new/")
    page.keyboard.type("8 916 123-45-67")
    page.keyboard.press("Enter")
    page.keyboard.type("Мария Светлова")
    page.locator("#id_ad_source").select_option(label="Сайт")
    typed_line(page, 0, "600", "800")

    page.get_by_role("button", name="Принять и напечатать").dblclick()

    expect(page).to_have_url(re.compile(r"/orders/\d+/$"))
    assert WorkOrder.objects.count() == 1


@pytest.mark.parametrize(("width", "dark"), [(1440, False), (1440, True), (390, False)])
def test_nothing_bars_the_way_and_nothing_is_too_wide(screen, barriers, olga, width, dark):
    page = screen(olga, width=width, dark=dark)
    page.route("**/keep/", lambda route: route.fulfill(status=204))
    page.goto("/orders/new/")
    typed_line(page, 0, "3000", "3000")
    expect(page.locator("#line-0-result .line-warning").first).to_be_visible()

    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def typed_line(page, index, width, height):
    for name, value in {"item": "зерк сер 4", "width_mm": width, "height_mm": height}.items():
        page.locator(f"[name=line-{index}-{name}]").fill(value)
    page.locator(f"[name=line-{index}-facet_mm]").fill("15")
    expect(page.locator(f"#line-{index}-result svg").first).to_be_visible()


def words_of(pdf):
    pages = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    return re.sub(r"\s+", " ", text)
