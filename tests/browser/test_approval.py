"""A discount beyond the limit: asked at the counter, approved on a phone, learnt without reload."""

import re

import pytest
from django.urls import reverse

from company.models import Approval
from orders.models import WorkOrder
from orders.work_orders.lifecycle import Status
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)
WHY = "Постоянный клиент, третий заказ"


@pytest.fixture
def olga():
    given.price_list()
    given.ad_source("Сайт")
    return given.employee("manager")


@pytest.fixture
def director():
    return given.employee("director", last_name="Воронина", first_name="Елена")


def ask_for_a_discount(page):
    page.goto(reverse("orders:new"))
    page.locator("#id_phone").fill("8 916 123-45-67")
    page.locator("#id_name").fill("Мария Светлова")
    page.locator("#id_ad_source").select_option(label="Сайт")
    page.locator("[name=line-0-item]").fill("Зеркало серебро 4 мм")
    page.locator("[name=line-0-width_mm]").fill("600")
    page.locator("[name=line-0-height_mm]").fill("800")
    assert not page.locator("#id_reason").is_visible()
    page.locator("#id_discount_percent").fill("15")
    page.get_by_text("Скидка 15 %, предел менеджера 5 %").wait_for()
    page.locator("#id_reason").fill(WHY)
    page.get_by_role("button", name="Принять").click()
    page.wait_for_url(re.compile(r"/orders/\d+/$"))


def test_a_discount_is_asked_approved_on_a_phone_and_learnt_without_reload(
    screen, olga, director, barriers
):
    desk = screen(olga)
    ask_for_a_discount(desk)
    desk.evaluate("window.isTheSamePage = true")
    order, asked = WorkOrder.objects.get(), Approval.objects.get()
    assert order.status == Status.CALCULATION
    assert desk.get_by_role("button", name="Принять").is_disabled()
    assert barriers(desk) == []

    phone = screen(director, width=390, height=844)
    phone.goto(reverse("today"))
    phone.get_by_role("link", name=asked.subject_name).first.click()
    phone.get_by_text(WHY).wait_for()
    assert barriers(phone) == []
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    phone.get_by_role("button", name="Отказать").click()
    phone.get_by_text("Напишите в двух словах, почему нет").wait_for()
    phone.get_by_label("Пара слов").fill("Только ей")
    phone.get_by_role("button", name="Одобрить").click()
    phone.get_by_text("Одобрено. Тот, кто просил, узнает сразу.").wait_for()

    desk.get_by_text("Только ей").wait_for(timeout=15_000)
    assert desk.evaluate("window.isTheSamePage")
    desk.get_by_role("button", name="Принять").click()
    desk.get_by_text("принят").first.wait_for()
    order.refresh_from_db()
    assert (order.status, order.discount_percent) == (Status.ACCEPTED, 15)
