"""Clients are marked in the list, looked at, changed and taken back on the screen."""

import pytest
from django.urls import reverse

from clients.models import Client
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)


def test_marked_looked_at_changed_and_undone(screen):
    chief = given.employee("commercial")
    for name in ("Альфа", "Бета", "Гамма"):
        given.client(name, by=chief)
    page = screen(chief)

    page.goto(reverse("clients:index"))
    for name in ("Альфа", "Бета"):
        page.get_by_role("row", name=name).get_by_role("checkbox").check()
    page.get_by_role("button", name="Изменить…").click()
    page.get_by_label("Что меняется").select_option(label="Примечание")
    page.locator("#bulk-value textarea").fill("Позвонить весной")
    page.get_by_role("button", name="Показать, что изменится").click()
    page.get_by_role("button", name="Изменить 2 клиентов").click()
    page.get_by_role("button", name="Отменить изменение").wait_for()
    assert Client.objects.filter(note="Позвонить весной").count() == 2

    page.get_by_role("button", name="Отменить изменение").click()
    page.locator('#ask [data-answer="yes"]').click()
    page.get_by_text("Отменено").first.wait_for()
    assert not Client.objects.filter(note="Позвонить весной").exists()
