"""An order is found by what is made for it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.lists import declared
from orders.models import Position, WorkOrder
from orders.work_orders import finding, lists
from orders.work_orders.described import described
from tests import given

pytestmark = pytest.mark.django_db


def found(text, user):
    return list(WorkOrder.objects.visible_to(user).found_by(text, user).order_by("pk"))


@pytest.fixture
def mirror(olga):
    """600×800 mm."""
    return given.order(by=olga)


@pytest.fixture
def large(olga):
    return given.order(given.mirror(1600, 900), by=olga)


@pytest.mark.parametrize(
    "text",
    [
        *["зеркало 600", "ЗЕРКАЛО 800", "600 зеркала", "зеркал 600 800"],
        *["зеркало 600x800", "зеркало 800х600", "600×800", "600 * 800", "600 800", "600"],
        "pthrfkj 600",
    ],
)
def test_by_words_and_sides_in_either_order_and_layout(text, olga, mirror, large):
    assert found(text, olga) == [mirror]


@pytest.mark.parametrize("text", ["зеркало", "зерк", "Зеркала"])
def test_by_words_alone(text, olga, mirror, large):
    assert found(text, olga) == [mirror, large]


@pytest.mark.parametrize("text", ["зеркало 601", "витраж", "стекло 600", "16", "зеркало 60000"])
def test_what_is_not_made_is_not_found(text, olga, mirror, large):
    assert found(text, olga) == []


def test_a_lone_number_is_a_number_of_an_order_and_a_side(olga, mirror, large):
    WorkOrder.objects.filter(pk=large.pk).update(seq=600)

    assert found("600", olga) == [mirror, large]


def test_the_remark_is_searched_too(olga, mirror):
    mirror.positions.update(note="Подсветка снизу")

    assert found("подсветка", olga) == [mirror]


def test_a_phone_and_signs_describe_nothing():
    for text in ["8 916 123-45-67", "345-67-89", "2026-000123", "…", "", "12345"]:
        assert described(text) is None


def test_what_very_many_orders_have_is_found_by_walking_them(olga, mirror, large, monkeypatch):
    monkeypatch.setattr(finding, "FEW_ORDERS", 1)

    assert found("зеркало", olga) == [mirror, large]
    assert list(WorkOrder.objects.described_as("зеркало").order_by("pk")) == [mirror, large]
    assert found("зеркало 600", olga) == [mirror]


def test_what_is_common_among_the_newest_is_not_looked_for_in_the_archive(
    login, olga, mirror, large, monkeypatch, django_assert_num_queries
):
    index, browser = reverse("orders:index"), login(olga)
    with CaptureQueriesContext(connection) as listed:
        browser.get(index, {"text": "зеркало 600"})
    monkeypatch.setattr(finding, "MANY", 1)

    with django_assert_num_queries(len(listed)):
        page = browser.get(index, {"text": "зеркало 600"})

    assert [line["row"] for line in page.context["list"].body()] == [mirror]
    assert found("зеркало 600", olga) == [mirror]
    assert list(WorkOrder.objects.described_as("зеркало 600")) == [mirror]
    assert found("зеркало 601", olga) == []


def test_many_clients_of_one_name_are_found_by_walking_their_orders(olga, mirror, monkeypatch):
    given.order(by=olga, of=given.client("Гусева Анна"))
    monkeypatch.setattr(finding, "FEW_CLIENTS", 0)

    assert found(mirror.client.name, olga) == [mirror]


def test_nothing_is_found_where_there_is_no_order(olga):
    assert found("зеркало 600", olga) == found("8 916 123-45-67", olga) == []


def test_the_header_finds_it_by_what_is_made(login, olga, mirror):
    page = login(olga).get(reverse("core:search"), {"q": "зеркало 600"}).content.decode()

    assert mirror.number in page


def test_the_new_order_finds_a_client_typed_in_the_latin_layout(login, olga, mirror):
    page = login(olga).get(reverse("orders:find_client"), {"name": "cdtnkjdf"}).content.decode()

    assert mirror.client.name in page


def test_the_list_of_clients_forgives_the_layout(login, olga, mirror):
    answer = login(olga).get(reverse("clients:index"), {"text": "cdtnkjdf"})

    assert [line["row"] for line in answer.context["list"].body()] == [mirror.client]


@pytest.mark.parametrize(
    ("text", "indexes"),
    [
        ("витраж", ["position_words"]),
        ("600x800", ["Index Scan on position_"]),
        ("1260", ["position_width", "position_height"]),
    ],
)
def test_every_way_of_describing_has_an_index(text, indexes, mirror):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")

    plan = Position.objects.described_as(text).explain()

    assert all(index in plan for index in indexes), plan


def test_what_very_many_have_is_counted_and_not_added_up(login, olga, mirror, large, monkeypatch):
    address = reverse("core:list_summary", args=["orders"])
    browser = login(olga)
    summed = browser.get(address, {"text": "зеркало"}).context["summary"]
    monkeypatch.setattr(declared, "COUNTED_EXACTLY", 1)
    monkeypatch.setattr(lists, "COUNTED_EXACTLY", 1)

    wide = browser.get(address, {"text": "зеркало"}).context["summary"]

    assert summed["totals"][0]["value"] == mirror.total + large.total
    assert (wide["count"], wide["totals"]) == ("1\u00a0000+", [])
