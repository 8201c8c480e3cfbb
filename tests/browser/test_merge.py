"""Two cards of one client are compared, become one on the screen, and two again."""

import pytest
from django.urls import reverse

from clients.models import Client
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)


def test_merging_and_undoing(screen):
    chief = given.employee("commercial")
    survivor = given.client("Иванова Анна", by=chief, email="anna@mail.ru")
    gone = given.client("Иванова Анна Петровна", by=chief, email="iva@ya.ru")
    order = given.order(of=gone, by=chief)
    given.duplicate_group(survivor, gone)
    page = screen(chief)

    page.goto(reverse("clients:duplicates"))
    page.get_by_role("link", name="Иванова Анна, Иванова Анна Петровна").click()
    page.get_by_role("link", name="Сравнить и объединить").click()
    page.get_by_label("iva@ya.ru").check()
    page.get_by_role("button", name="Объединить").click()
    page.wait_for_url(f"**{survivor.get_absolute_url()}")

    survivor.refresh_from_db()
    order.refresh_from_db()
    assert (survivor.email, order.client_id) == ("iva@ya.ru", survivor.pk)
    page.goto(gone.get_absolute_url())
    page.wait_for_url(f"**{survivor.get_absolute_url()}")

    page.get_by_role("link", name="Иванова Анна Петровна").click()
    page.get_by_role("button", name="Отменить объединение").click()
    page.wait_for_url(f"**{gone.get_absolute_url()}")

    order.refresh_from_db()
    assert order.client_id == gone.pk
    assert Client.objects.get(pk=survivor.pk).email == "anna@mail.ru"
