"""The columns of a list are chosen on the screen, put in order and kept under a name."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests import given

pytestmark = pytest.mark.django_db(transaction=True)


def heads(page):
    return page.locator("thead th:not(.select)").all_inner_texts()


def test_columns_are_chosen_put_in_order_and_kept_as_a_view(screen):
    olga = given.employee()
    given.client("Анна Лебедева", by=olga)
    page = screen(olga)
    page.goto(reverse("clients:index"))
    usual = heads(page)
    assert "Вид" not in usual

    page.get_by_role("button", name="Столбцы").click()
    for name in usual[2:]:
        page.get_by_role("checkbox", name=name, exact=True).uncheck()
    page.get_by_role("checkbox", name="Состояние отношений", exact=True).check()
    page.get_by_role("button", name="Показать", exact=True).click()
    expect(page.get_by_role("cell", name="Потенциальный")).to_be_visible()
    assert heads(page) == [*usual[:2], "Состояние отношений"]

    page.get_by_role("button", name="Столбцы").click()
    page.get_by_role("button", name="Переместить «Состояние отношений» выше").click()
    page.get_by_role("button", name="Показать", exact=True).click()
    expect(page.locator("thead th:not(.select)").nth(1)).to_have_text("Состояние отношений")

    page.get_by_role("button", name="Представления").click()
    page.get_by_placeholder("Название представления").fill("Кто они нам")
    page.get_by_role("button", name="Сохранить", exact=True).click()
    page.goto(reverse("clients:index"))
    page.get_by_role("button", name="Представления").click()
    page.get_by_role("link", name="Кто они нам").click()
    expect(page.locator("thead th:not(.select)").nth(1)).to_have_text("Состояние отношений")
