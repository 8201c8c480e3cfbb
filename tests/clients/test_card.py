import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core import cells
from tests import given

pytestmark = pytest.mark.django_db


def test_the_card_says_who_this_is_and_how_to_call(login):
    olga = given.employee()
    maria = given.client("Мария", "8 495 123-45-67 доб. 12", by=olga, ad_source=given.ad_source())

    page = login(olga).get(maria.get_absolute_url()).content.decode()

    assert "tel:+74951234567;ext=12" in page
    assert "Сайт" in page


def test_the_card_shows_what_was_said_and_what_is_planned(login):
    olga = given.employee()
    call = given.planned_call(by=olga, purpose="Спросить о замере")

    page = login(olga).get(call.client.get_absolute_url()).content.decode()

    assert "Спросить о замере" in page
    assert reverse("interactions:add", args=[call.client.pk]) in page


def test_no_such_client_is_not_found(login):
    assert login(given.employee()).get(reverse("clients:card", args=[999])).status_code == 404


@pytest.mark.parametrize("role", ["worker", "foreman", "artist", "driver"])
def test_the_workshop_sees_no_client(login, role):
    maria = given.client()
    browser = login(given.employee(role))

    assert browser.get(maria.get_absolute_url()).status_code == 403
    assert browser.get(reverse("clients:index")).status_code == 403


def test_a_card_costs_the_same_with_one_call_and_with_twenty(login):
    olga, maria = given.employee(), given.client()
    browser = login(olga)

    def queries():
        with CaptureQueriesContext(
            connection,
        ) as seen:
            browser.get(maria.get_absolute_url())
        return len(seen)

    given.planned_call(maria, by=olga)
    queries()  # the first look of the hour is written down
    one = queries()
    for _ in range(19):
        given.planned_call(maria, by=olga)

    assert queries() == one


def test_a_card_costs_the_same_with_one_order_and_with_more_than_it_shows(login):
    olga, maria = given.employee(), given.client()
    browser = login(olga)

    def asked():
        with CaptureQueriesContext(connection) as seen:
            page = browser.get(maria.get_absolute_url())
        return len(seen), page.context["panels"]

    given.order(by=olga, of=maria)
    asked()  # the first look of the hour is written down
    one, _panels = asked()
    for _number in range(9):
        given.order(by=olga, of=maria)
    ten, panels = asked()

    orders = next(panel for panel in panels if panel["code"] == "orders")
    assert ten == one
    assert (len(orders["orders"]), orders["count"]) == (8, "10")


def test_the_card_says_what_the_client_has_bought_and_who_they_are_to_us(login):
    order = given.order(paid=1000)
    page = login(order.manager).get(order.client.get_absolute_url()).content.decode()

    for said in ("Новый", "Заказано", cells.rubles(order.total), cells.rubles(order.debt)):
        assert said in page, said


def test_sums_are_not_for_those_who_may_not_see_them(login):
    order = given.order()
    seller = given.employee(may=["clients.view_client"])

    page = login(seller).get(order.client.get_absolute_url()).content.decode()

    assert "Заказов" in page
    assert cells.rubles(order.total) not in page
