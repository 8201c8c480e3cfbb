"""What must be known of a client is said on one page, asked for on another and filled in row by
row."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from clients.models import Client, ClientSummary, EntryRule
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_said_to_be_needed_is_filled_in_row_by_row(screen):
    olga = given.employee()
    for name in ("Анна", "Борис", "Вера"):
        given.client(name, by=olga, email="")
    page = screen(given.employee("admin"))
    page.goto(reverse("clients:regulation"))
    page.get_by_label("Эл. почта: с какого этапа").select_option(label="Первое обращение")
    page.get_by_label("Эл. почта: подсказка").fill("Куда прислать эскиз")
    page.get_by_role("button", name="Сохранить").click()
    expect(page.get_by_text("Сохранено.")).to_be_visible()
    assert EntryRule.objects.get(attribute="email").hint == "Куда прислать эскиз"

    page = screen(olga)
    page.goto(reverse("clients:gaps"))
    expect(page.get_by_label("Эл. почта")).to_have_count(3)
    page.get_by_label("Эл. почта").first.fill("нет такой")
    page.keyboard.press("Enter")
    # What was typed stays, with the reason beside it; the other rows are as they were.
    expect(page.get_by_text("не адрес почты")).to_be_visible()
    page.get_by_label("Эл. почта").first.fill("one@example.ru")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Эл. почта")).to_have_count(2)
    expect(page.get_by_label("Эл. почта").first).to_be_focused()
    page.keyboard.type("two@example.ru")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Эл. почта")).to_have_count(1)

    known = Client.objects.exclude(email="").values_list("email", flat=True)
    assert set(known) == {"one@example.ru", "two@example.ru"}
    assert ClientSummary.objects.filter(completeness=100).count() == 2
