"""Tags, contact persons and own fields come from a file, go into one, and come back unchanged."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from clients.models import Client, ContactPerson, Email, Tag
from company.models import OwnField
from tests import given
from tests.clients import files
from tests.clients.test_run_import import counts, notes

pytestmark = pytest.mark.django_db
HEAD = ["Название", "Телефон", "Метки", "Контактное лицо", "Должность контактного лица",
        "Телефон контактного лица", "Эл. почта контактного лица"]  # fmt: skip
FIRM = ["ООО «Ромашка»", "+7 495 000-12-34", "Важный, дизайнер", "Ирина Белова", "Директор",
        "8 916 123-45-67", "irina@example.ru"]  # fmt: skip


@pytest.fixture
def anna():
    for name in ("Важный", "Дизайнер"):
        Tag.objects.create(name=name)
    return given.employee("director")


def test_tags_and_a_contact_person_come_with_the_client(anna):
    files.brought_in(files.csv([HEAD, FIRM]), by=anna)

    firm = Client.objects.get()
    assert {tag.name for tag in firm.tags.all()} == {"Важный", "Дизайнер"}
    person = firm.people.get()
    assert [person.name, person.post, person.email] == [FIRM[3], FIRM[4], FIRM[6]]
    assert [each.e164 for each in person.phones.all()] == ["+79161234567"]


def test_a_second_run_of_the_same_file_changes_nothing(anna):
    files.brought_in(files.csv([HEAD, FIRM]), by=anna)

    again = files.brought_in(files.csv([HEAD, FIRM]), by=anna)

    assert counts(again) == {"same": 1}
    assert ContactPerson.objects.count() == 1


def test_to_a_known_client_only_what_is_new_is_added_and_undone(anna):
    firm = given.client(FIRM[0], FIRM[1], by=anna, kind="organisation")
    firm.tags.add(Tag.objects.get(name="Важный"))
    given.contact_person(firm, "Ирина Белова", by=anna, email="old@example.ru")

    found = files.brought_in(files.csv([HEAD, FIRM]), by=anna)

    assert counts(found) == {"updated": 1}
    person = firm.people.get()
    assert (person.post, person.email) == ("Директор", "old@example.ru")
    assert Email.objects.get(person=person).email == "irina@example.ru"
    assert firm.tags.count() == 2
    files.undone(found, by=anna)
    person.refresh_from_db()
    assert (person.post, firm.tags.count(), person.phones.count()) == ("", 1, 0)


def test_each_wrong_cell_says_why(anna):
    OwnField.objects.create(label="Магазинов", kind=OwnField.Kind.NUMBER)
    rows = [["Название", "Телефон", "Метки", "Магазинов"],
            ["ООО «Ромашка»", "+7 495 000-12-34", "Хороший", "много"]]  # fmt: skip

    found = files.checked(files.csv(rows), by=anna)

    assert notes(found) == ["Метки: Метки «Хороший» нет. Магазинов: «много» — не число."]


def test_an_exported_file_brought_back_changes_nothing(anna, login):
    field = OwnField.objects.create(label="Магазинов", kind=OwnField.Kind.NUMBER)
    flag = OwnField.objects.create(label="Договор", kind=OwnField.Kind.FLAG)
    day = OwnField.objects.create(label="Открыт", kind=OwnField.Kind.DATE)
    files.brought_in(files.csv([HEAD, FIRM]), by=anna)
    Client.objects.update(
        own={field.code: 12, flag.code: True, day.code: "2020-05-01"},
        email="info@example.ru",
        likes="Фацет",
    )
    url = reverse("core:list_export", args=["clients", "xlsx"])
    data = b"".join(login(anna).get(url).streaming_content)

    found = files.brought_in(SimpleUploadedFile("clients.xlsx", data), by=anna)

    assert counts(found) == {"same": 2}, [row.notes for row in found.rows.all()]
