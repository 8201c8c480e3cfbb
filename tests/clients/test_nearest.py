import time

import pytest
from django.db import connection
from django.urls import reverse

from clients.jobs import forget_unused_name_words
from clients.models import Client, NameWord
from tests import given

pytestmark = pytest.mark.django_db
SAID = "Нет точного совпадения, похоже на: "


def nearest(text):
    found, names = Client.objects.best_or_nearest(text, 10)
    return [client.name for client in found], names


@pytest.mark.parametrize(
    "typed",
    ["Тихомирва", "тихомировва", "Тиохмирова", "Итхомирова", "Тихамирава", "nb[jvbhdf"],
)
def test_a_misspelt_name_finds_who_bears_the_nearest_one(typed):
    given.client("Тихомирова Анна")
    given.client("Светлова Мария", "8 916 111-22-33")

    assert nearest(typed) == (["Тихомирова Анна"], ["Тихомирова"])


def test_each_word_of_a_name_may_be_misspelt():
    given.client("Тихомирова Анна")
    given.client("Тихомирова Мария", "8 916 111-22-33")

    assert nearest("Тихомирва Мраия") == (["Тихомирова Мария"], ["Тихомирова Мария"])


def test_nothing_is_guessed_where_the_ordinary_search_finds():
    given.client("Петров Иван")
    given.client("Петрова Анна", "8 916 111-22-33")

    assert nearest("Петрова") == (["Петрова Анна"], [])


@pytest.mark.parametrize("typed", ["Кузнецов", "Тих", "1234", "", "ю" * 200])
def test_a_name_like_nobodys_finds_nobody(typed):
    given.client("Тёмная Анна")

    assert nearest(typed) == ([], [])


def test_a_name_is_offered_only_while_somebody_bears_it():
    anna = given.client("Тихомирова Анна")
    anna.name = "Светлова Анна"
    anna.save()

    assert nearest("Тихомирва") == ([], [])
    assert nearest("Светлва") == (["Светлова Анна"], ["Светлова"])


def test_words_nobody_bears_are_forgotten_by_night_and_others_are_kept_once():
    anna = given.client("Тихомирова Анна")
    Client.objects.filter(pk=anna.pk).update(name="Светлова Анна")
    NameWord.objects.create(word="светлова")

    forget_unused_name_words()

    assert sorted(word.word for word in NameWord.objects.all()) == ["анна", "светлова"]


def test_the_list_says_whose_name_it_took_the_text_for(login):
    given.client("Тихомирова Анна")

    page = login(given.employee()).get(reverse("clients:index"), {"text": "Тихомирва"})

    assert SAID + "Тихомирова" in page.content.decode()
    assert "Тихомирова Анна" in page.content.decode()


def test_the_list_says_nothing_where_the_text_was_found(login):
    given.client("Тихомирова Анна")

    page = login(given.employee()).get(reverse("clients:index"), {"text": "Тихомир"})

    assert "Тихомирова Анна" in page.content.decode()
    assert SAID not in page.content.decode()


def test_a_misspelt_name_finds_from_every_page(login, htmx):
    anna = given.client("Тихомирова Анна")

    page = login(given.employee()).get(reverse("core:search"), {"q": "Тихомирва"}, headers=htmx)

    assert SAID + "Тихомирова" in page.content.decode()
    assert anna.get_absolute_url() in page.content.decode()


def test_a_misspelt_name_finds_orders(login):
    olga = given.employee()
    order = given.order(by=olga, of=given.client("Тихомирова Анна"))

    page = login(olga).get(reverse("orders:index"), {"text": "Тихомирва"})

    assert SAID + "Тихомирова" in page.content.decode()
    assert order.number in page.content.decode()


def test_a_misspelt_name_offers_the_client_of_a_new_order(login, htmx):
    given.client("Тихомирова Анна")

    address = reverse("orders:find_client")
    page = login(given.employee()).get(address, {"name": "Тихомирва"}, headers=htmx)

    assert SAID + "Тихомирова" in page.content.decode()
    assert "Тихомирова Анна" in page.content.decode()


def test_the_nearest_of_a_hundred_thousand_words_takes_no_time_to_notice():
    given.client("Тихомирова Анна")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO clients_nameword (word) SELECT translate(md5(n::text), '0123456789abcdef',"
            " 'тихомрваенклспуд')::varchar(12) FROM generate_series(1, 100000) AS n"
        )
        cursor.execute("ANALYZE clients_nameword")

    began = time.perf_counter()
    found = nearest("Тихомирва")
    took = time.perf_counter() - began

    assert found == (["Тихомирова Анна"], ["Тихомирова"])
    assert took < 0.5
