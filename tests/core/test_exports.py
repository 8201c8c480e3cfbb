"""Tables as files: they open in a Russian Excel and run nothing there."""

from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest
from django.urls import reverse

from core import exports
from tests import given

FORMULAS = ["=1+1", "+7 916", "-2", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("http://evil")']


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_like_a_formula_stays_a_text_in_csv(text):
    row = exports.csv_file(["Имя"], [[text]]).read().decode("utf-8-sig").split("\r\n", 1)[1]

    assert row.lstrip('"').startswith("'")


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_like_a_formula_stays_a_text_in_excel(text):
    book = openpyxl.load_workbook(exports.xlsx_file("Лист", ["Имя"], [[text]]))
    cell = book.active["A2"]

    assert cell.data_type == "s"


def test_csv_is_what_a_russian_excel_expects():
    data = exports.csv_file(["Сумма", "Дата"], [[Decimal("1234.50"), date(2026, 11, 23)]]).read()

    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == "Сумма;Дата\r\n1234,50;23.11.2026\r\n"


def test_excel_has_numbers_and_dates_as_such():
    moment = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    rows = [[Decimal("1234.50"), date(2026, 11, 23), moment, None, 7]]

    sheet = openpyxl.load_workbook(exports.xlsx_file("Лист", list("абвгд"), rows)).active

    values = [cell.value for cell in sheet[2]]
    assert values[0] == 1234.5
    assert values[1] == datetime(2026, 11, 23)  # noqa: DTZ001
    assert values[2].hour == 12
    assert values[3:] == [None, 7]


def test_a_sheet_name_with_forbidden_signs_is_no_trouble():
    sheet = openpyxl.load_workbook(exports.xlsx_file("Заказы: [все]/2026 " * 3, ["А"], [])).active

    assert len(sheet.title) <= 31


@pytest.mark.django_db
@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_the_selected_rows_alone_are_exported(login, file_format):
    admin, chosen = given.employee("admin"), given.employee(last_name="=Избранная")
    given.employee(last_name="Другая")

    answer = login(admin).get(
        reverse("core:list_export", args=["employees", file_format]), {"pk": chosen.pk}
    )

    data = b"".join(answer.streaming_content)
    assert f'filename="employees.{file_format}"' in answer["Content-Disposition"]
    if file_format == "csv":
        assert "'=Избранная" in data.decode("utf-8-sig")
        assert "Другая" not in data.decode("utf-8-sig")
