"""Where clients are at home: chosen on the card, and read wherever an attribute of a client is."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from clients import actions, history
from clients.actions import bulk
from clients.models import Client
from clients.views.client import seen_by
from tests import given
from tests.clients import files
from tests.clients.test_index import INDEX, shown
from tests.clients.test_run_import import counts, notes

pytestmark = pytest.mark.django_db
HEAD = ["Название", "Телефон", "Область"]


@pytest.fixture
def anna():
    return given.employee("director")


@pytest.fixture
def kaluga():
    return given.region("Калужская область")


@pytest.mark.django_db(transaction=True)
def test_it_is_chosen_with_the_address_and_told_in_the_history(login, anna, kaluga):
    browser = login(anna)
    typed = {"name": "Мария", "phone": "8 916 123-45-67", "kind": "person", "region": kaluga.pk}
    browser.post(reverse("clients:add"), typed)
    maria = Client.objects.get()
    assert maria.region == kaluga
    assert "Калужская область" in browser.get(maria.get_absolute_url()).content.decode()

    tula = given.region("Тульская область")
    Client.objects.filter(pk=maria.pk).update(region=tula)

    rows = history.changes_of(maria, anna).changes[0].rows
    assert ("Регион", "Калужская область", "Тульская область") in [tuple(row) for row in rows]


def test_where_the_firm_has_no_regions_nobody_is_asked_for_one(login, anna):
    assert "region" not in login(anna).get(reverse("clients:add")).context["form"].fields


def test_the_list_is_narrowed_by_it_and_shows_it(login, anna, kaluga):
    given.client("Мария", by=anna, region=kaluga)
    given.client("Вера", "", by=anna)
    browser = login(anna)

    page = browser.get(reverse(INDEX), {"region": kaluga.pk, "column": ["name", "region"]})

    assert shown(page) == ["Мария"]
    assert "Калужская область" in page.content.decode()
    assert shown(browser.get(reverse(INDEX), {"region": "null"})) == ["Вера"]


def test_segments_ask_for_it(anna, kaluga):
    maria = given.client("Мария", by=anna, region=kaluga)
    given.client("Вера", "", by=anna)

    found = given.segment(given.condition("region", "one_of", kaluga.pk), by=anna)

    assert list(actions.clients_of(found)) == [maria]


def test_many_are_given_it_at_once(anna, kaluga):
    maria = given.client("Мария", by=anna)
    change = bulk.prepare_bulk_change(
        Client.objects.all(), by=anna, what="region", value=kaluga.pk, along=()
    )

    bulk.run_bulk_change(change, by=anna)

    maria.refresh_from_db()
    assert maria.region == kaluga


def test_a_file_brings_it_and_an_exported_one_changes_nothing(login, anna, kaluga):
    row = ["Мария Светлова", "+7 916 123-45-67", "калужская область"]
    unknown = ["Вера", "+7 916 123-45-68", "Луна"]

    found = files.brought_in(files.csv([HEAD, row, unknown]), by=anna)

    assert counts(found) == {"new": 1, "wrong": 1}
    assert notes(found) == ["Регион: «Луна» нет в списке «Регион»."]
    assert Client.objects.get().region == kaluga
    url = reverse("core:list_export", args=["clients", "xlsx"])
    data = b"".join(login(anna).get(url).streaming_content)
    again = files.brought_in(SimpleUploadedFile("clients.xlsx", data), by=anna)
    assert counts(again) == {"same": 1}


def test_a_merge_keeps_the_region_that_only_one_card_has(anna, kaluga):
    stays, gone = given.client("Мария", by=anna), given.client("Маша", "", by=anna, region=kaluga)

    actions.merge(stays, gone, by=anna)

    stays.refresh_from_db()
    assert stays.region == kaluga


def test_the_card_reads_it_with_the_client(anna, kaluga, django_assert_num_queries):
    given.client("Мария", by=anna, region=kaluga)

    with django_assert_num_queries(1):
        assert [each.region.name for each in seen_by(anna)] == [kaluga.name]
