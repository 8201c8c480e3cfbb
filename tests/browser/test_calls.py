"""The day's calls are worked through by keyboard, each with its result, one with a next contact."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core import clock
from interactions.lifecycle import Status
from interactions.models import Interaction
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)


def due(olga, name, phone, hours):
    return given.planned_call(given.client(name, phone), by=olga, in_hours=hours)


def test_a_days_calls_one_after_the_other(screen, olga, barriers):
    maria = due(olga, "Мария Светлова", "8 916 123-45-67", -30)
    petr = due(olga, "Пётр Ильин", "8 916 000-11-22", -28)
    anna = due(olga, "Анна Белова", "8 916 000-33-44", -26)
    desk = screen(olga)
    desk.goto(reverse("interactions:calls"))
    desk.get_by_role("link", name="По одному подряд").click()
    desk.get_by_role("heading", name="Мария Светлова").wait_for()
    assert barriers(desk) == []

    # Passed over with Enter, tried in vain with a key of its result.
    desk.keyboard.press("Enter")
    desk.get_by_role("heading", name="Пётр Ильин").wait_for()
    desk.keyboard.press("4")
    desk.get_by_role("heading", name="Анна Белова").wait_for()

    # Digits that are typed are words, not results.
    desk.locator("[name=note]").fill("")
    desk.locator("[name=note]").press_sequentially("1200 на 600")
    desk.get_by_role("button", name="Согласен на следующий шаг").click()
    desk.get_by_text("Здесь нужен следующий шаг").wait_for()
    assert desk.locator("[name=note]").input_value() == "1200 на 600"
    tomorrow = timezone.localtime(clock.now() + timedelta(days=1))
    desk.locator("[name=next_at]").fill(f"{tomorrow:%Y-%m-%dT%H:%M}")
    desk.locator("[name=next_purpose]").fill("Показать эскиз")
    desk.get_by_role("button", name="Согласен на следующий шаг").click()
    desk.get_by_text("Список пройден").wait_for()

    desk.get_by_role("link", name="Начать сначала").click()
    desk.get_by_role("heading", name="Мария Светлова").wait_for()
    desk.keyboard.press("1")
    desk.get_by_role("heading", name="Пётр Ильин").wait_for()

    said = {each.client.name: each for each in Interaction.objects.filter(follows=None)}
    assert (said["Мария Светлова"].status, said["Мария Светлова"].pk) == (Status.HELD, maria.pk)
    assert (said["Пётр Ильин"].attempts, said["Пётр Ильин"].pk) == (1, petr.pk)
    assert said["Анна Белова"].note == "1200 на 600"
    following = Interaction.objects.get(follows=anna)
    assert (following.is_planned, following.purpose) == (True, "Показать эскиз")


def test_it_works_on_a_phone(screen, olga, barriers):
    due(olga, "Мария Светлова", "8 916 123-45-67", -30)
    phone = screen(olga, width=390, height=844)
    phone.goto(reverse("interactions:following"))

    phone.get_by_role("link", name="+7 916 123-45-67").wait_for()
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    assert barriers(phone) == []
    phone.get_by_role("button", name="Поговорили").click()
    phone.get_by_text("Звонка никто не ждёт").wait_for()

    assert Interaction.objects.get().status == Status.HELD


def test_a_note_is_kept_without_leaving_the_clients_page(screen, olga):
    maria = given.client("Мария Светлова", by=olga)
    desk = screen(olga)
    desk.goto(maria.get_absolute_url())
    desk.evaluate("window.isTheSamePage = true")

    desk.get_by_role("link", name="Записать звонок или заметку").click()
    note = desk.locator("#note")
    note.locator("[name=purpose]").fill("Спрашивала цену")
    note.get_by_role("button", name="Записать", exact=True).click()

    desk.locator("#timeline").get_by_text("Спрашивала цену").first.wait_for()
    assert desk.evaluate("window.isTheSamePage")
