"""A regulation of contact is made on the screen; the night plans a call, and the call keeps it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from core import clock
from interactions import jobs
from interactions.models import ContactDue, ContactRegulation
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)


def test_a_regulation_is_made_plans_a_call_and_the_call_keeps_it(screen):
    director, olga = given.employee("director"), given.employee()
    with clock.at(clock.now() - 60 * DAY):
        given.client("Анна Лебедева", by=olga)
    page = screen(director)
    page.goto(reverse("interactions:regulations"))
    page.get_by_role("link", name="Новый регламент").first.click()
    page.get_by_label("Название регламента").fill("Раз в неделю")
    page.get_by_label("Дней").fill("7")
    expect(page.get_by_text("Под него попадает клиентов: 1.")).to_be_visible()
    page.get_by_label("Цель звонка").fill("Узнать, как дела")
    page.get_by_role("button", name="Сохранить").click()
    expect(page.get_by_role("link", name="Раз в неделю")).to_be_visible()

    # It has been standing for three weeks, and planned its calls two weeks ago.
    ContactRegulation.objects.update(active_since=clock.today() - 21 * DAY, planned_until=None)
    with clock.at(clock.now() - 14 * DAY):
        jobs.plan_by_regulations()
    page = screen(olga)
    page.goto(reverse("interactions:following"))
    expect(page.get_by_text("Узнать, как дела").first).to_be_visible()
    page.get_by_role("button", name="Поговорили").click()
    expect(page.get_by_text("Узнать, как дела")).to_have_count(0)

    assert ContactDue.objects.get().is_satisfied
