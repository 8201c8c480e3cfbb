import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(login, htmx):
    def search(by, text):
        answer = login(by).get(reverse("core:search"), {"q": text}, headers=htmx)
        return [hit for group in answer.context["groups"] for hit in group["hits"]]

    return search


@pytest.mark.parametrize("text", ["8 (912) 345-67-89", "6789", "светл", "МАРИЯ св", "cdtnkjdf"])
def test_a_client_is_found_from_every_page(found, text):
    maria = given.client("Светлова Мария", "8 912 345-67-89")

    hits = found(given.employee(), text)

    assert [(hit.title, hit.url) for hit in hits] == [("Светлова Мария", maria.get_absolute_url())]
    assert "+7 912 345-67-89" in hits[0].note


def test_an_order_is_found_by_its_number(found):
    olga = given.employee()
    order = given.order(by=olga)

    for text in (order.number, str(order.seq), f"{order.seq:06}"):
        assert order.number in [hit.title for hit in found(olga, text)]


def test_another_offices_order_is_not_found(found):
    order = given.order(by=given.employee(office=given.office("Офис на Соколе")))

    assert order.number not in [hit.title for hit in found(given.employee(), order.number)]


@pytest.mark.parametrize("role", ["worker", "foreman", "artist", "driver"])
def test_the_workshop_finds_no_clients(found, role):
    given.client("Светлова Мария", "8 912 345-67-89")

    assert found(given.employee(role), "6789") == []


@pytest.mark.parametrize("text", ["", " ", "\x00", "%", "a" * 5000, "9" * 500, "''--", "<b>"])
def test_anything_may_be_typed(found, text):
    assert found(given.employee(), text) == []


def test_what_is_typed_comes_back_as_text(login, htmx):
    typed = {"q": "<img src=x>"}
    page = login(given.employee()).get(reverse("core:search"), typed, headers=htmx)

    assert "<img src=x>" not in page.content.decode()


def test_without_scripts_the_answer_is_a_page(login):
    page = login(given.employee()).get(reverse("core:search"), {"q": "6789"}).content.decode()

    assert "<html" in page


def test_a_search_costs_the_same_for_one_hit_and_for_six(login, htmx):
    olga = given.employee()
    browser = login(olga)

    def queries():
        with CaptureQueriesContext(connection) as seen:
            browser.get(reverse("core:search"), {"q": "светл"}, headers=htmx)
        return len(seen)

    given.client("Белова Светлана", by=olga)
    one = queries()
    for number in range(5):
        given.client(f"Белова Светлана {number}", by=olga)

    assert queries() == one
