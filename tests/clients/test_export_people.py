"""All contact persons leave with the file of clients, and come back from it."""

import io
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from clients.models import Client, ContactPerson, Email
from tests import given
from tests.clients import files
from tests.clients.test_export import exported
from tests.clients.test_run_import import counts

pytestmark = pytest.mark.django_db
HEADS = ("Номер карточки", "Имя или название", "Контактное лицо", "Должность контактного лица",
         "Телефон контактного лица", "Эл. почта контактного лица", "Роль контактного лица",
         "День рождения контактного лица", "Контактное лицо не работает с")  # fmt: skip


@pytest.fixture
def anna():
    return given.employee("director")


@pytest.fixture
def lotos(anna):
    """An organisation with three people, one of whom has left."""
    client = given.client("ООО «Лотос»", "+7 495 000-12-34", by=anna, kind="organisation")
    irina = given.contact_person(
        client,
        "Ирина Белова",
        by=anna,
        post="Директор",
        part="decides",
        birthday=date(1980, 3, 14),
        email="irina@example.ru",
        phone_text="+7 916 123-45-67",
    )
    Email.objects.create(client=client, person=irina, email="home@example.ru")
    given.contact_person(client, "Пётр Чернов", by=anna, post="Закупщик")
    left = given.contact_person(client, "Анна Серова", by=anna)
    ContactPerson.objects.filter(pk=left.pk).update(left_on=date(2025, 2, 1))
    return client


def sheets(browser):
    book = openpyxl.load_workbook(io.BytesIO(exported(browser, "xlsx", sort="folded_name")))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def brought_back(data, by):
    return files.brought_in(SimpleUploadedFile("clients.xlsx", data), by=by)


def people():
    fields = ("client__name", "name", "post", "part", "birthday", "email", "left_on")
    return sorted(map(str, ContactPerson.objects.values_list(*fields)))


def test_excel_has_them_on_a_sheet_of_their_own(login, anna, lotos):
    given.client("Мария Светлова", "+7 916 765-43-21", by=anna)

    found = sheets(login(anna))

    heads, *rows = found["Контактные лица"]
    assert heads == HEADS
    assert [row[2] for row in rows] == ["Ирина Белова", "Пётр Чернов", "Анна Серова"]
    irina = next(row for row in rows if row[2] == "Ирина Белова")
    assert irina[:2] == (lotos.pk, "ООО «Лотос»")
    assert irina[4:7] == ("+7 916 123-45-67", "irina@example.ru, home@example.ru",
                          "Принимает решение")  # fmt: skip
    assert "Контактное лицо" not in found["Клиенты"][0]
    assert "Номер карточки" in found["Клиенты"][0]


def test_csv_names_the_first_and_how_many_there_are(login, anna, lotos):
    head, row = exported(login(anna), "csv").decode("utf-8-sig").splitlines()

    said = dict(zip(head.split(";"), row.split(";"), strict=True))
    assert (said["Контактное лицо"], said["Сколько контактных лиц"]) == ("Ирина Белова", "2")


def test_the_file_brought_back_changes_nothing(login, anna, lotos):
    given.client("Мария Светлова", "", by=anna)
    before = people()

    found = brought_back(exported(login(anna), "xlsx"), anna)

    assert counts(found) == {"same": 5}, [row.notes for row in found.rows.all()]
    assert people() == before


def test_in_an_empty_base_everybody_comes(login, anna, lotos):
    maria = given.client("Мария Светлова", "+7 916 765-43-21", by=anna)
    given.contact_person(maria, "Сын Марии", by=anna)
    data, before = exported(login(anna), "xlsx"), people()
    Client.objects.all().delete()

    found = brought_back(data, anna)

    assert counts(found) == {"new": 2, "updated": 4}
    assert people() == before
    assert Email.objects.get().email == "home@example.ru"
    assert counts(brought_back(data, anna)) == {"same": 6}


def test_the_number_of_a_card_speaks_for_nobody_else_in_another_base(login, anna, lotos):
    data = exported(login(anna), "xlsx")
    Client.objects.all().delete()
    other = given.client("Вера Кротова", "+7 903 000-00-01", by=anna, pk=lotos.pk)

    brought_back(data, anna)

    other.refresh_from_db()
    assert (other.name, other.people.count()) == ("Вера Кротова", 0)
    assert Client.objects.get(name="ООО «Лотос»").people.count() == 3


def test_what_is_changed_in_the_sheet_is_changed_in_the_base_and_undone(login, anna, lotos):
    book = openpyxl.load_workbook(io.BytesIO(exported(login(anna), "xlsx")))
    sheet = book["Контактные лица"]
    for row in sheet.iter_rows(min_row=2):
        if row[2].value == "Пётр Чернов":
            row[3].value = "Главный закупщик"
    sheet.append([lotos.pk, lotos.name, "Олег Новый"])
    kept = io.BytesIO()
    book.save(kept)

    found = brought_back(kept.getvalue(), anna)

    assert lotos.people.get(name="Пётр Чернов").post == "Главный закупщик"
    assert lotos.people.filter(name="Олег Новый").exists()
    files.undone(found, by=anna)
    assert lotos.people.get(name="Пётр Чернов").post == "Закупщик"
    assert lotos.people.count() == 3


def test_whoever_chose_columns_gets_these_and_no_sheet(login, anna, lotos):
    data = exported(login(anna), "xlsx", column="name")

    assert openpyxl.load_workbook(io.BytesIO(data)).sheetnames == ["Клиенты"]


def test_a_role_without_people_gets_none(login, lotos, anna):
    role = anna.role
    role.hidden_fields = ["people"]
    role.save()

    assert list(sheets(login(anna))) == ["Клиенты"]


def test_a_thousand_rows_cost_as_many_questions(login, anna, lotos, django_assert_max_num_queries):
    browser = login(anna)
    exported(browser, "xlsx")
    for number in range(30):
        client = given.client(f"ООО «Фирма {number}»", "", by=anna, kind="organisation")
        given.contact_person(client, "Ирина Белова", by=anna)

    with django_assert_max_num_queries(40):
        exported(browser, "xlsx")
