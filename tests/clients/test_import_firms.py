"""Which organisation a row speaks of, however its name is written and whatever else is said."""

import pytest

from clients.actions import set_requisites
from clients.models import Client, ContactPerson
from tests import given
from tests.clients import files
from tests.clients.test_run_import import counts, notes

pytestmark = pytest.mark.django_db
HEAD = ["Название", "Телефон", "ИНН", "Примечание"]
KNOWN, INN = "ООО «Ромашка»", "7707083893"
PEOPLE = ["Название", "Контактное лицо", "Телефон контактного лица"]


@pytest.fixture
def anna():
    return given.employee("director")


@pytest.fixture
def romashka(anna):
    return given.client(KNOWN, "+7 495 000-12-34", by=anna, kind="organisation")


def names():
    return list(Client.objects.order_by("pk").values_list("name", flat=True))


@pytest.mark.parametrize("written", ["Ромашка, ООО", 'ООО "РОМАШКА"', "Ромашка"])
def test_another_writing_of_the_name_renames_nobody(anna, romashka, written):
    found = files.brought_in(files.csv([HEAD, [written, "8 495 000-12-34", "", ""]]), by=anna)

    assert counts(found) == {"same": 1}
    assert names() == [KNOWN]


def test_a_legal_form_that_the_card_lacks_is_taken(anna):
    given.client("Ромашка", "+7 495 000-12-34", by=anna, kind="organisation")

    files.brought_in(files.csv([HEAD, [KNOWN, "8 495 000-12-34", "", ""]]), by=anna)

    assert names() == [KNOWN]


def test_it_is_found_by_its_name_alone(anna, romashka):
    found = files.brought_in(
        files.csv([HEAD, ["Ромашка, ООО", "+7 495 555-66-77", "", "Опт"]]), by=anna
    )

    assert counts(found) == {"updated": 1}
    romashka.refresh_from_db()
    assert (names(), romashka.note, romashka.phones.count()) == ([KNOWN], "Опт", 2)


@pytest.mark.parametrize(
    ("name", "inn"), [("ЗАО «Ромашка»", ""), ("ООО «Ромашка»", "7736050003"), ("ООО «Роза»", "")]
)
def test_another_form_inn_or_name_is_another_organisation(anna, romashka, name, inn):
    set_requisites(romashka, by=anna, inn=INN)

    found = files.brought_in(files.csv([HEAD, [name, "+7 495 555-66-77", inn, ""]]), by=anna)

    assert counts(found) == {"new": 1}


def test_a_private_person_is_not_found_by_the_name(anna):
    given.client("Ольга Светлова", "", by=anna)

    found = files.brought_in(
        files.csv([HEAD, ["Ольга Светлова", "+7 916 555-66-77", "", ""]]), by=anna
    )

    assert counts(found) == {"new": 1}


def test_two_of_one_name_are_a_question_for_a_person(anna, romashka):
    given.client("Ромашка", "", by=anna, kind="organisation")

    found = files.brought_in(
        files.csv([HEAD, ["Ромашка ООО", "+7 495 555-66-77", "", ""]]), by=anna
    )

    assert notes(found, "duplicate") == ["Подходит нескольким клиентам: ООО «Ромашка», Ромашка."]


def test_in_one_file_the_name_says_it_too(anna):
    rows = [
        [KNOWN, "+7 495 000-12-34", "", ""],
        ["Ромашка, ООО", "+7 495 555-66-77", "", ""],
        ["ООО «Роза»", "", INN, ""],
        ["ООО «Роза»", "", "7736050003", ""],
    ]

    found = files.brought_in(files.csv([HEAD, *rows]), by=anna)

    assert counts(found) == {"new": 3, "duplicate": 1}
    again = files.brought_in(files.csv([HEAD, *rows]), by=anna)
    assert counts(again) == {"same": 3, "duplicate": 1}


def test_it_is_found_by_the_phone_of_its_contact_person(anna, romashka):
    given.contact_person(romashka, "Ирина Белова", by=anna, phone_text="+7 916 123-45-67")
    row = ["Ромашка Центр", "Пётр Чернов", "8 916 123-45-67"]
    Client.objects.filter(pk=romashka.pk).update(name="ООО «Ромашка-Центр»")

    found = files.brought_in(files.csv([[*PEOPLE, "Вид"], [*row, "организация"]]), by=anna)

    assert counts(found) == {"updated": 1}
    assert list(romashka.people.values_list("name", flat=True)) == ["Ирина Белова", "Пётр Чернов"]
    assert names() == ["ООО «Ромашка-Центр»"]


def test_who_went_to_work_elsewhere_does_not_take_the_organisation_along(anna, romashka):
    given.contact_person(romashka, "Ирина Белова", by=anna, phone_text="+7 916 123-45-67")

    found = files.brought_in(
        files.csv([PEOPLE, ["ООО «Лотос»", "Ирина Белова", "8 916 123-45-67"]]), by=anna
    )

    assert counts(found) == {"new": 1}
    assert names() == [KNOWN, "ООО «Лотос»"]


def test_an_organisation_known_only_by_its_person_comes_once(anna):
    row = ["ООО «Лотос»", "Ирина Белова", "8 916 123-45-67"]

    assert counts(files.brought_in(files.csv([PEOPLE, row]), by=anna)) == {"new": 1}
    assert counts(files.brought_in(files.csv([PEOPLE, row]), by=anna)) == {"same": 1}
    assert ContactPerson.objects.count() == 1
