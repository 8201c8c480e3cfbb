"""Somebody calls: the interest is taken down, who is named sees it and makes a deal of it."""

import pytest
from django.urls import reverse

from sales.interests.lifecycle import InterestStatus
from sales.models import Deal, Interest
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)
WISH = "Зеркало во всю стену в спортзал"


@pytest.fixture
def olga():
    return given.employee("manager", last_name="Ольшанская", first_name="Ольга")


@pytest.fixture
def vera():
    return given.employee("manager", last_name="Верещагина", first_name="Вера")


def test_a_call_becomes_an_interest_and_the_interest_a_deal(screen, olga, vera, barriers):
    glass = given.product_group("Зеркала")
    given.answer_rule("Зеркала", product_group=glass, employee=vera)
    given.process()
    desk = screen(olga)
    desk.goto(reverse("orders:index"))
    desk.keyboard.press("Alt+o")
    form = desk.locator("#interest-form")
    form.locator("[name=phone]").fill("8 912 345-67-89")
    form.locator("[name=name]").fill("Алексей Воронцов")
    form.locator("[name=wish]").fill(WISH)
    form.locator(".ts-control input").first.fill("Зерк")
    desk.locator(".ts-dropdown [role=option]", has_text="Зеркала").first.click()
    form.locator("[name=agreed]").fill("Перезвонить с ценой")
    assert barriers(desk) == []
    form.get_by_role("button", name="Записать", exact=True).click()
    desk.locator(".notice.is-success", has_text="Алексей Воронцов").wait_for()
    interest = Interest.objects.get()
    assert interest.responsible == vera

    page = screen(vera)
    page.goto(reverse("company:notifications"))
    page.get_by_text("Перезвонить с ценой").first.wait_for()
    page.goto(reverse("today"))
    page.get_by_role("link", name="Алексей Воронцов").first.click()
    page.get_by_label("О чём говорили").fill("Назвала цену, ждёт договор")
    page.get_by_role("button", name="Ответ дан").click()
    page.get_by_text("Назвала цену, ждёт договор").first.wait_for()
    assert barriers(page) == []
    page.get_by_role("link", name="В сделку").click()
    page.locator("[name=title]").fill("Зеркальная стена")
    page.get_by_role("button", name="В сделку").click()
    page.locator(".notice.is-success").first.wait_for()

    interest.refresh_from_db()
    assert interest.status == InterestStatus.IN_DEAL
    assert interest.deal == Deal.objects.get(title="Зеркальная стена", responsible=vera)


def test_who_calls_again_is_found_by_the_phone(screen, olga):
    known = given.client("Мария Светлова", phone="+7 912 345-67-89", by=olga)
    desk = screen(olga, width=390)
    desk.goto(reverse("sales:add_interest"))

    desk.locator("[name=phone]").press_sequentially("3456789")
    desk.get_by_role("button", name="Мария Светлова").click()
    desk.locator("input[name=client]").wait_for(state="attached")
    desk.locator("[name=wish]").fill("Ещё одна полка")
    desk.get_by_role("button", name="Записать", exact=True).click()
    desk.get_by_text("Ждёт ответа").first.wait_for()

    assert Interest.objects.get().client == known
