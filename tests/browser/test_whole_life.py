"""One order, from the counter to the archive: real screens, real people, real paper."""

import re

import pypdfium2
import pytest
from django.urls import reverse
from playwright.sync_api import expect
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from core import cells, clock
from tests import given
from tests.paper import words_of

pytestmark = pytest.mark.django_db(transaction=True)
PRICES_AND_PHONES = re.compile(r"₽|1.?768|1.?000|123.?45.?67|Светлов")
WORK_ORDER = ["Мария Светлова", "+7 916 123-45-67", "600×800 мм", "фацет 15 мм", "к доплате 768,00"]
IN_WORDS = "Одна тысяча семьсот шестьдесят восемь рублей 00 копеек"
RECEIPT = ["Товарный чек", "1 768,00", IN_WORDS, "Оплачено 1 000,00 ₽"]


@pytest.fixture
def arrives(screen):
    """`arrives("worker")` is that person's screen after they have logged in with their own name."""

    def log_in(role, **look):
        given.price_list()
        given.ad_source("Сайт")
        person = given.employee(role)
        page = screen(**look)
        page.goto("/login/")
        page.get_by_label("Логин").fill(person.username)
        page.get_by_label("Пароль").fill(given.PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "/login/" not in url)
        return page

    return log_in


def test_an_order_goes_from_the_counter_to_the_archive(arrives):
    olga, marina = arrives("manager"), arrives("manager")
    number = takes_the_order_of_a_stranger(olga)
    order_page = olga.url
    work_order, receipt = paper(olga, "Наряд-заказ"), paper(olga, "Товарный чек")
    assert lacks(work_order, number, *WORK_ORDER) == []
    assert lacks(receipt, number, *RECEIPT) == []
    assert signatures(work_order) == 0

    makes(arrives("worker", width=820, height=1180), number)
    checks(arrives("foreman", width=820, height=1180), number)
    brings_to_the_office(arrives("driver", width=390), number)

    sees_the_call(marina, number)
    calls_the_client(olga, number)
    finds(olga, number)
    hands_over(olga)

    finds(marina, number)
    expect(marina).to_have_url(order_page)
    expect(marina.locator("h1")).to_contain_text("В архиве")
    reprint = paper(marina, "Наряд-заказ")
    today = cells.day(clock.today())
    assert lacks(reprint, f"с отметкой о выдаче {today}", f"Заказ выдан {today}") == []
    assert signatures(reprint) == 1
    marina.locator("#papers summary").click()
    assert paper(marina, "редакция 1") == work_order


def takes_the_order_of_a_stranger(page):
    """By keyboard alone: who it is, where from, a mirror with a facet, the prepayment."""
    page.keyboard.press("F2")
    expect(page.locator("#id_phone")).to_be_focused()
    for text in ("8 916 123-45-67", "Мария Светлова"):
        page.keyboard.type(text)
        page.keyboard.press("Enter")
    for key in ("ArrowDown", "Enter"):  # the ad source
        page.keyboard.press(key)
    for text in ("зерк сер 4", "600", "800", "", "", "15"):
        page.keyboard.type(text)
        page.keyboard.press("Enter")
    expect(page.locator("#sum")).to_contain_text("1 768,00")
    page.keyboard.press("Alt+p")
    page.keyboard.type("1000")
    with page.context.expect_page() as opened:
        page.keyboard.press("Control+Enter")
    page.wait_for_url(re.compile(r"/orders/\d+/$"))
    opened.value.close()
    return re.search(r"\d{4}-\d{6}", page.locator("h1").inner_text())[0]


def makes(page, number):
    """The worker comes straight to the queue, where neither price nor phone is seen."""
    expect(page).to_have_url(re.compile(reverse("production:queue")))
    card = page.locator("article").filter(has_text=number)
    expect(card).to_contain_text("600×800")
    assert not PRICES_AND_PHONES.search(page.content())
    card.get_by_role("button", name="Начать").click()
    expect(card).to_contain_text("Начата")
    card.get_by_role("button", name="Готово").click()
    expect(card).to_contain_text("Готова")
    card.get_by_role("link", name=number).click()
    page.wait_for_url(re.compile(r"/production/\d+/"))
    assert not PRICES_AND_PHONES.search(page.content())


def checks(page, number):
    card = page.locator("article").filter(has_text=number)
    card.get_by_role("button", name="Проверено").click()
    expect(card).to_contain_text("Проверена")


def brings_to_the_office(page, number):
    piece = page.locator("article").filter(has_text=number).get_by_role("button")
    piece.click()
    expect(piece).to_have_attribute("aria-pressed", "true")
    for step in ("Выехать", "Всё привезли"):
        page.get_by_role("button", name=re.compile(step)).click()
        page.get_by_role("dialog").get_by_role("button", name="Да").click()
    expect(page.locator("#transport")).to_contain_text("В офисе с")


def sees_the_call(page, number):
    page.get_by_role("link", name="Сегодня").click()
    expect(page.locator("#main")).to_contain_text(f"Готов заказ {number}")


def calls_the_client(page, number):
    page.get_by_role("link", name="Звонки", exact=True).click()
    call = page.locator("details.call").filter(has_text=number)
    call.locator("summary").click()
    expect(call.locator(".call-script")).to_contain_text("768,00")
    call.get_by_role("button", name="Поговорили", exact=True).click()
    expect(page.locator("#worklist [role=status]")).to_contain_text("Мария Светлова: Поговорили")
    expect(page.locator("#worklist")).to_contain_text("На сегодня звонков нет")


def finds(page, number):
    """As people say a number: without the year and its zeros."""
    page.keyboard.press("Control+k")
    page.keyboard.type(number.rpartition("-")[2].lstrip("0"))
    expect(page.get_by_role("option", selected=True)).to_contain_text(number)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/orders/\d+/$"))


def hands_over(page):
    page.get_by_role("link", name="Выдать").click()
    box = page.locator("canvas.signature-pad").bounding_box()
    page.mouse.move(box["x"] + 40, box["y"] + 40)
    page.mouse.down()
    for step in range(1, 12):
        page.mouse.move(box["x"] + 40 + step * 12, box["y"] + 40 + (step % 3) * 25)
    page.mouse.up()
    page.get_by_role("button", name="Выдать").click()
    page.wait_for_url(re.compile(r"/orders/\d+/$"))
    expect(page.locator("#money")).to_contain_text("768,00")


def paper(page, name):
    """The paper as it comes from the order's page."""
    link = page.locator("#papers a", has_text=name).first.get_attribute("href")
    return page.request.get(link).body()


def lacks(pdf, *sentences):
    said = re.sub(r"\s+", " ", words_of(pdf))
    return [sentence for sentence in sentences if sentence not in said]


def signatures(pdf):
    """How many drawn images the paper carries: the drawings of the pieces are vectors."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return sum(1 for sheet in document for _ in sheet.get_objects([FPDF_PAGEOBJ_IMAGE]))
    finally:
        document.close()
