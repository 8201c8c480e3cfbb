"""An employee leaves: what is on them is looked at, handed over, and taken back with them."""

import pytest
from django.urls import reverse

from clients.models import Client
from company import duties
from company.models import Employee
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)


def choose(page, label, name):
    """As a person does: a few letters, and the first that is found."""
    page.get_by_role("combobox", name=label).click()
    page.keyboard.type(name[:6])
    page.get_by_role("option", name=name).first.click()


def test_an_employee_leaving(screen):
    chief = given.employee("director", last_name="Комаров")
    olga = given.employee(last_name="Ольшанская")
    vera = given.employee(last_name="Верина")
    kate = given.employee(last_name="Котова")
    mary = given.client("Мария Светлова", by=olga)
    given.planned_call(mary, by=olga)
    order, task = given.order(of=mary, by=olga), given.task(by=chief, of=olga)
    page = screen(chief)

    page.goto(olga.get_absolute_url())
    page.get_by_role("link", name="Уволить").click()
    assert page.get_by_role("row", name="Клиенты").get_by_text("1").is_visible()
    choose(page, "Передать всё", vera.full_name)
    choose(page, "Задания к исполнению", kate.full_name)
    page.get_by_role("button", name="Передать и закрыть вход").click()
    page.wait_for_url(f"**{olga.get_absolute_url()}")

    for row in (order, task):
        row.refresh_from_db()
    assert not Employee.objects.get(pk=olga.pk).is_active
    assert duties.held_by(olga) == []
    assert Client.objects.get(pk=mary.pk).responsible == vera
    assert (order.manager, task.assignee) == (vera, kate)

    page.get_by_role("button", name="Отменить уход, вернуть дела").click()
    page.locator("#ask [data-answer=yes]").click()
    page.wait_for_url(f"**{reverse('company:undo_leaving', args=[olga.pk])}")

    assert Employee.objects.get(pk=olga.pk).is_active
    assert Client.objects.get(pk=mary.pk).responsible == olga


def test_an_employee_leaving_on_a_phone_at_night(screen):
    chief = given.employee("director", last_name="Комаров")
    olga = given.employee(last_name="Ольшанская")
    given.client("Мария Светлова", by=olga)
    page = screen(chief, width=390, height=844, dark=True)

    page.goto(reverse("company:let_go", args=[olga.pk]))

    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(wide)
    page.get_by_role("button", name="Передать и закрыть вход").click()
    page.get_by_text("Укажите, кому это передать.").wait_for()
    assert Employee.objects.get(pk=olga.pk).is_active
