"""What a client likes, where we want to get with them, and what they are to buy this year."""

from decimal import Decimal

import pytest
from django.urls import reverse

from clients import actions
from core import clock
from core.errors import Stale
from tests import given

pytestmark = pytest.mark.django_db
TYPED = {"likes": "Матовое стекло", "avoids": "Звонки до полудня", "target": "250 000"}


def test_the_plan_is_kept_for_this_year_and_shown(login):
    client = given.client()
    url = reverse("clients:plan", args=[client.pk])

    page = login(given.employee()).post(url, TYPED | {"version": 1}, follow=True).content.decode()

    assert client.targets.get().amount == Decimal(250_000)
    assert client.targets.get().year == clock.today().year
    for said in ("Матовое стекло", "Звонки до полудня", "250\u00a0000"):
        assert said in page, said


def test_an_emptied_target_goes():
    client, olga = given.client(), given.employee()
    actions.plan(client, by=olga, version=1, target=Decimal(5000))
    actions.plan(client, by=olga, version=2, target=None, aim="Постоянный заказчик")

    assert not client.targets.exists()


def test_who_comes_second_sees_what_changed(login):
    client, olga = given.client(), given.employee()
    actions.plan(client, by=olga, version=1, aim="Постоянный заказчик")

    url = reverse("clients:plan", args=[client.pk])
    answer = login(olga).post(url, TYPED | {"version": 1})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Постоянный заказчик" in page
    assert "Звонки до полудня" in page
    with pytest.raises(Stale):
        actions.plan(client, by=olga, version=1, aim="Другое")
