"""Several contact persons of one client: in columns of their own or in rows of the same firm."""

import pytest

from clients.importing import work
from clients.models import Client, ContactPerson, Import
from tests import given
from tests.clients import files
from tests.clients.test_run_import import counts, notes

pytestmark = pytest.mark.django_db
NAME, PHONE, INN = "ООО «Ромашка»", "+7 495 000-12-34", "7707083893"
WIDE = ["Название", "Телефон", "Контактное лицо", "Телефон контактного лица",
        "Контактное лицо 2", "Должность контактного лица 2",
        "Телефон контактного лица 2"]  # fmt: skip
TWO = [NAME, PHONE, "Ирина Белова", "8 916 123-45-67", "Пётр Чернов", "Закупщик",
       "8 916 123-45-68"]  # fmt: skip
LONG = ["Название", "ИНН", "Телефон", "Примечание", "Контактное лицо", "Должность контактного лица"]
ROWS = [
    [NAME, INN, PHONE, "Опт", "Ирина Белова", "Директор"],
    [NAME, INN, PHONE, "Розница", "Пётр Чернов", "Закупщик"],
    [NAME, INN, "", "", "Анна Серова", "Бухгалтер"],
]


@pytest.fixture
def anna():
    return given.employee("director")


def people(name=NAME):
    found = ContactPerson.objects.filter(client__name=name).order_by("pk")
    return [(each.name, each.post) for each in found]


EVERYBODY = [
    ("Ирина Белова", "Директор"),
    ("Пётр Чернов", "Закупщик"),
    ("Анна Серова", "Бухгалтер"),
]


def test_groups_of_columns_are_understood_by_their_names(anna):
    found = files.brought_in(files.csv([WIDE, TWO]), by=anna)

    assert "person_2" in found.columns
    assert people() == [("Ирина Белова", ""), ("Пётр Чернов", "Закупщик")]
    numbers = ContactPerson.objects.get(name="Пётр Чернов").phones
    assert numbers.get().e164 == "+79161234568"
    again = files.brought_in(files.csv([WIDE, TWO]), by=anna)
    assert counts(again) == {"same": 1}


def test_rows_of_one_organisation_bring_one_person_each(anna):
    found = files.brought_in(files.csv([LONG, *ROWS]), by=anna)

    assert counts(found) == {"new": 1, "updated": 2}
    assert people() == EVERYBODY
    assert Client.objects.get().note == "Опт"
    files.undone(found, by=anna)
    assert not Client.objects.exists()


def test_the_dry_run_says_whose_person_it_will_be(anna):
    found = files.checked(files.csv([LONG, *ROWS]), by=anna)

    assert counts(found) == {"new": 1, "updated": 2}
    first, second = notes(found, "updated")
    assert "клиенту из строки 2" in first
    assert "Контактное лицо: + Пётр Чернов" in first
    assert "Анна Серова" in second


def test_a_second_run_changes_nothing(anna):
    files.brought_in(files.csv([LONG, *ROWS]), by=anna)

    again = files.brought_in(files.csv([LONG, *ROWS]), by=anna)

    assert counts(again) == {"same": 3}
    assert (Client.objects.get().note, people()) == ("Опт", EVERYBODY)


@pytest.mark.parametrize("piece", [1, 2])
def test_it_is_the_same_where_the_rows_stand_in_different_pieces(anna, monkeypatch, piece):
    monkeypatch.setattr(work, "PIECE", piece)

    found = files.brought_in(files.csv([LONG, *ROWS]), by=anna)

    assert counts(found) == {"new": 1, "updated": 2}
    assert (Client.objects.get().note, people()) == ("Опт", EVERYBODY)
    again = files.brought_in(files.csv([LONG, *ROWS]), by=anna)
    assert counts(again) == {"same": 3}


def test_the_same_person_once_more_is_a_row_that_stands_there_twice(anna):
    found = files.brought_in(files.csv([LONG, *ROWS, ROWS[1]]), by=anna)

    assert counts(found) == {"new": 1, "updated": 2, "duplicate": 1}
    assert people() == EVERYBODY


def test_another_firm_with_the_same_telephone_gets_nobody(anna):
    other = ["ИП Ландыш", "", PHONE, "", "Пётр Чернов", ""]

    found = files.brought_in(files.csv([LONG, ROWS[0], other]), by=anna)

    assert counts(found) == {"new": 1, "duplicate": 1}
    assert people() == EVERYBODY[:1]


def test_a_known_client_gets_those_who_are_new(anna):
    firm = given.client(NAME, PHONE, by=anna, kind="organisation")
    given.contact_person(firm, "Ирина Белова", by=anna)

    found = files.brought_in(files.csv([LONG, *ROWS]), by=anna)

    assert counts(found) == {"updated": 3}
    assert people() == EVERYBODY
    files.undone(found, by=anna)
    assert people() == [("Ирина Белова", "")]
    assert Import.objects.get().changeset.left_count == 0
