"""What people send is read by its content, and nothing of it does harm."""

import io
import zipfile

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from clients.importing import reading
from clients.models import ColumnMapping, Import
from core.errors import Refused
from tests import given
from tests.clients import files

ROWS = [["Имя", "Телефон"], ["Мария; «Светлова»", "8 916 123-45-67"], ["Ёлкин, №1", "+7 495 1"]]
CARD_21 = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=CF=E5=F2=F0=EE=E2;=C8=E2=E0=ED
FN;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=C8=E2=E0=ED =
=CF=E5=F2=F0=EE=E2
TEL;CELL;PREF:+79161234567
TEL;WORK:84950001234
END:VCARD
"""
CARD_30 = """BEGIN:VCARD\r
VERSION:3.0\r
FN:Мария Светлова\r
ORG:ООО «Ромашка»;Отдел закупок\r
TITLE:Директор\r
EMAIL;TYPE=INTERNET:maria@example.ru\r
ADR;TYPE=HOME:;;ул. Ленина\\, 1;Москва;;101000;Россия\r
NOTE:Звонить\\nпосле обеда\r
UID:card-7\r
END:VCARD\r
"""
CARD_40 = """BEGIN:VCARD
VERSION:4.0
FN:Олег
 Гром
item1.TEL;VALUE=uri;TYPE=cell:tel:+7-916-555-66-77
END:VCARD
"""


def table(upload):
    return reading.opened(upload.file)


def rows(upload):
    return [cells for _line, cells in table(upload).rows()]


def cards(text, encoding="utf-8"):
    return rows(SimpleUploadedFile("к.vcf", text.encode(encoding)))


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_encoding_and_separator_are_found_by_content(encoding, separator):
    upload = files.csv(ROWS, encoding=encoding, separator=separator)

    assert table(upload).headings == ROWS[0]
    assert rows(upload) == ROWS[1:]


def test_a_quoted_cell_may_have_lines_and_quotation_marks():
    upload = SimpleUploadedFile("x.csv", 'Имя;Телефон\n"Анна ""А""\nБелова";1\nОлег;2\n'.encode())

    assert [(line, cells) for line, cells in table(upload).rows()] == [
        (2, ['Анна "А"\nБелова', "1"]),
        (4, ["Олег", "2"]),
    ]


def test_excel_gives_phones_and_days_as_people_see_them():
    upload = files.excel([["Имя", "Телефон"], [], ["Мария", 79161234567], ["Олег", 12.5]])

    assert [(line, cells) for line, cells in table(upload).rows()] == [
        (3, ["Мария", "79161234567"]),
        (4, ["Олег", "12.5"]),
    ]


def test_a_business_card_of_2_1_in_the_windows_encoding():
    ((name, phones, *_rest),) = cards(CARD_21)

    assert (name, phones) == ("Иван Петров", "+79161234567\n84950001234")


def test_a_business_card_of_3_0():
    (cells,) = cards(CARD_30)

    assert cells == [
        "Мария Светлова",
        "",
        "maria@example.ru",
        "ул. Ленина, 1, Москва, 101000, Россия",
        "Директор, ООО «Ромашка»\nЗвонить\nпосле обеда",
        "card-7",
    ]


def test_a_business_card_of_4_0_has_folded_lines_and_links():
    ((name, phone, *_rest),) = cards(CARD_40)

    assert (name, phone) == ("ОлегГром", "+7-916-555-66-77")


def test_a_broken_card_spoils_no_other():
    broken = "BEGIN:VCARD\nVERSION:3.0\nэто не строка карточки\nEND:VCARD\n"

    names = [cells[0] for cells in cards(CARD_30 + broken + CARD_40)]

    assert names == ["Мария Светлова", "", "ОлегГром"]


def test_what_cannot_be_seen_is_dropped_and_a_huge_cell_cut():
    head, long = ["Имя", "Примечание"], "я" * 100_000
    upload = files.csv([head, ["Ма\x1b\x07рия\u202e", "'=1+1"], ["Олег", long]])

    maria, oleg = rows(upload)

    assert maria == ["Мария", "=1+1"]
    assert len(oleg[1]) == reading.LONGEST_CELL + 1


def test_a_formula_of_excel_is_not_calculated():
    upload = files.excel([["Имя"], ['=HYPERLINK("http://evil")'], ["Олег"]])

    assert rows(upload) == [["Олег"]]


def bomb():
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", b"a" * (101 * 1024 * 1024))
    return SimpleUploadedFile("x.xlsx", kept.getvalue())


def entities():
    book, kept = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["Имя"])
    book.save(kept)
    out = io.BytesIO()
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    with zipfile.ZipFile(kept) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                cell = "<row><c t='inlineStr'><is><t>&l9;</t></is></c></row>"
                sheet = content.decode().replace("<sheetData>", f"<sheetData>{cell}")
                content = f'<!DOCTYPE x [<!ENTITY l0 "ха">{laughs}]>{sheet}'.encode()
            new.writestr(part.filename, content)
    return SimpleUploadedFile("x.xlsx", out.getvalue())


@pytest.mark.parametrize(
    "upload",
    [
        bomb(),
        entities(),
        SimpleUploadedFile("x.xlsx", b"PK\x03\x04" + b"no zip" * 10),
        SimpleUploadedFile("x.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100),
        SimpleUploadedFile("x.csv", b"MZ\x00\x01\x02" * 50),
        SimpleUploadedFile("x.csv", b"  \r\n"),
        SimpleUploadedFile("x.csv", b'a;b\n"' + b"x" * 200_000),
    ],
    ids=["bomb", "entities", "broken", "old excel", "program", "empty", "open quote"],
)
def test_what_is_no_table_is_refused_in_words(upload):
    with pytest.raises(Refused):
        rows(upload)


@pytest.mark.django_db
def test_columns_are_known_by_name_and_remembered_as_they_were_set(login):
    anna = given.employee("director")
    head = ["ФИО", "Мобильный", "Телефон 2", "Эл. почта", "Странное"]
    rows = [head, ["Мария", "8 916 123-45-67", "", "", "важно"]]

    found = files.uploaded(files.csv(rows), by=anna)
    assert found.columns == ["name", "phone", "phone", "email", ""]
    columns = {f"column-{place}": code for place, code in enumerate(found.columns)}
    page = login(anna).post(
        reverse("clients:check_import", args=[found.pk]), columns | {"column-4": "note"}
    )

    assert page.status_code == 302
    assert ColumnMapping.objects.get().columns[4] == "note"
    assert files.uploaded(files.csv(rows), by=anna).columns[4] == "note"


@pytest.mark.django_db
def test_one_field_cannot_stand_in_two_columns(login):
    anna = given.employee("director")
    found = files.uploaded(files.csv([["ИНН", "КПП"], ["1", "2"]]), by=anna)

    page = login(anna).post(
        reverse("clients:check_import", args=[found.pk]), {"column-0": "inn", "column-1": "inn"}
    )

    assert page.status_code == 422
    found.refresh_from_db()
    assert found.job is None


@pytest.mark.django_db
def test_a_file_is_its_owners_alone(login):
    anna, boris = given.employee("director"), given.employee("director")
    found = files.uploaded(files.csv(ROWS), by=anna)

    assert login(boris).get(reverse("clients:import_card", args=[found.pk])).status_code == 404


@pytest.mark.django_db
def test_the_page_takes_the_file_and_shows_its_columns(login):
    browser = login(given.employee("marketing"))

    answer = browser.post(reverse("clients:upload_import"), {"file": files.csv(ROWS)}, follow=True)

    assert answer.redirect_chain[-1][0] == reverse(
        "clients:import_card", args=[Import.objects.get().pk]
    )
    assert "Мария; «Светлова»" in answer.content.decode()
