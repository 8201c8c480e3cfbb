"""The counter's drawer: opened with a count, cash taken, closed with a difference."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from orders import actions
from orders.models import CashShift
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_shift_is_opened_used_and_closed_with_a_difference(screen, olga):
    order = given.order(by=olga)
    page = screen(olga)

    page.goto(reverse("orders:cash_shift"))
    page.get_by_label("Посчитано в кассе").fill("2 000")
    page.get_by_role("button", name="Открыть смену").click()
    page.get_by_text("Смена кассы открыта.").wait_for()
    actions.take_payment(order, by=olga, amount=Decimal(1000), method="cash", token=uuid4())

    page.get_by_label("Сумма").fill("500")
    page.get_by_label("Основание").fill("В банк")
    page.get_by_role("button", name="Изъять").click()
    page.get_by_text("Деньги изъяты из кассы.").wait_for()
    assert page.get_by_text("2 500,00 ₽").first.is_visible()

    page.get_by_role("link", name="Посчитать и закрыть").click()
    page.get_by_label("1000 ₽ ×").fill("2")
    page.get_by_label("200 ₽ ×", exact=True).fill("2")
    expect(page.get_by_label("Посчитано всего")).to_have_value("2400")
    page.get_by_role("button", name="Закрыть смену").click()
    page.locator("#refusal .notice").get_by_text("не хватает 100,00 ₽").wait_for()
    assert page.get_by_label("1000 ₽ ×").input_value() == "2"
    page.get_by_label("Основание расхождения").fill("Не выдан чек на сдачу")
    page.get_by_role("button", name="Закрыть смену").click()
    page.get_by_text("Смена кассы закрыта.").wait_for()

    shift = CashShift.objects.get()
    assert (shift.expected_amount, shift.difference) == (2500, -100)
    assert page.get_by_text("Не выдан чек на сдачу").is_visible()


def test_a_count_that_is_wrong_says_where_and_keeps_what_was_typed(screen, olga):
    shift = given.cash_shift(by=olga, counted=500)
    page = screen(olga)
    page.goto(reverse("orders:close_cash_shift", args=[shift.pk]))
    page.get_by_label("500 ₽ ×", exact=True).fill("1")
    page.get_by_label("Посчитано всего").fill("600")

    page.get_by_role("button", name="Закрыть смену").click()

    page.get_by_text("Купюры и мелочь не дают этой суммы.").wait_for()
    assert page.get_by_label("500 ₽ ×", exact=True).input_value() == "1"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nobody_is_shut_out_of_the_pages_of_the_drawer(screen, barriers, olga, dark):
    page = screen(olga, dark=dark)
    found = []

    def look(address):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        found.extend(barriers(page))

    look(reverse("orders:cash_shift"))
    shift = given.cash_shift(by=olga, counted=500)
    order = given.order(by=olga, paid=100)
    look(shift.get_absolute_url())
    look(reverse("orders:close_cash_shift", args=[shift.pk]))
    look(reverse("orders:cash_shifts"))
    look(reverse("orders:write_receipt", args=[order.payments.get().pk]))

    assert found == []


def test_the_drawer_is_kept_on_a_phone(screen, olga):
    shift = given.cash_shift(by=olga, counted=500)
    given.order(by=olga, paid=100)
    page = screen(olga, width=390, height=844)

    for address in (shift.get_absolute_url(), reverse("orders:close_cash_shift", args=[shift.pk])):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") == 390
