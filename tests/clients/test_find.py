import pytest
from django.db import connection
from django.urls import reverse

from clients.models import Client
from clients.search import fold
from tests import given

pytestmark = pytest.mark.django_db


def names(text):
    return [client.name for client in Client.objects.best_found_by(text, 10)]


@pytest.mark.parametrize(
    "typed",
    [
        "8 (912) 345-67-89",
        "+79123456789",
        "9123456789",
        "6789",
        "345-67-89",
        "8912345",
        "912 345",
        "+7 912 34",
    ],
)
def test_a_client_is_found_by_phone_in_any_writing_by_its_end_and_its_beginning(typed):
    given.client("Мария Светлова", "8 912 345-67-89")
    given.client("Пётр Тёмный", "8 916 111-22-33")

    assert names(typed) == ["Мария Светлова"]


def test_the_second_number_finds_too():
    given.client("ООО «Ромашка»", "8 495 123-45-67 доб. 12\n+44 20 7946 0958")

    assert names("0958") == names("4567") == ["ООО «Ромашка»"]


@pytest.mark.parametrize("typed", ["светл", "СВЕТЛОВА МАР", "ветлов", "мария", "ма св", "св"])
def test_a_client_is_found_by_parts_of_the_name_in_any_order(typed):
    given.client("Светлова Мария")
    given.client("Тёмный Пётр", "8 916 111-22-33")

    assert names(typed) == ["Светлова Мария"]


def test_yo_and_ye_are_one_letter():
    given.client("Семёнов Пётр")

    assert names("семенов петр") == names("СЕМЁНОВ") == ["Семёнов Пётр"]


def test_who_begins_so_comes_before_who_holds_it():
    given.client("Стекло Иванова", "8 916 000-11-22")
    given.client("Иванова Анна", "8 916 000-11-33")

    assert names("иванова") == ["Иванова Анна", "Стекло Иванова"]


def test_the_surname_typed_first_comes_first():
    given.client("Ершова Ольга Ивановна", "8 916 000-11-22")
    given.client("Иванова Ольга", "8 916 000-11-33")

    assert names("иванов ольг") == ["Иванова Ольга", "Ершова Ольга Ивановна"]


@pytest.mark.parametrize("typed", ["", "   ", "%", "_", "'; --", "…", "\\", "👓"])
def test_signs_alone_find_nobody(typed):
    given.client("Светлова Мария")

    assert names(typed) == []


@pytest.mark.parametrize(
    "name",
    ["Ёлкина-Ӱ Йодль «ООО»", "Müller & Söhne", "Їжак Ў", "  ИП\tЛи  ", "Ö", "ǅ ﬁ", "Ⅷ ½", "Σας"],
)
def test_the_fold_of_a_query_is_the_fold_of_the_database(name):
    with connection.cursor() as cursor:
        cursor.execute("SELECT naryad_fold(%s)", [name])
        assert cursor.fetchone()[0] == fold(name)


def test_what_is_typed_shows_who_is_known_already(login):
    olga = given.employee()
    given.client("<b>Светлова</b> Мария", "8 912 345-67-89", by=olga)

    page = login(olga).get(reverse("clients:find"), {"phone": "8912345"}).content.decode()

    assert "&lt;b&gt;Светлова" in page
    assert "<b>Светлова" not in page


def test_the_workshop_finds_nobody(login):
    assert login(given.employee("worker")).get(reverse("clients:find")).status_code == 403


PLANS = {
    "name": ("named_like", "иванова", "client_name_grams"),
    "beginning": ("named_from", "ив", "client_folded_name"),
    "digits": ("with_phone_like", "6789", "client_phone_reversed"),
    "first digits": ("with_phone_like", "891234", "client_phone_number"),
}


@pytest.mark.parametrize("case", PLANS)
def test_the_search_has_an_index_for_every_way_of_typing(case):
    method, typed, index = PLANS[case]
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")

    assert index in getattr(Client.objects, method)(typed).explain()
