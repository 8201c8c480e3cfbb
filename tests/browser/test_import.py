"""A file with errors: looked at first, brought in, its wrong rows taken home, all of it undone."""

import openpyxl
import pytest
from django.urls import reverse

from clients.models import Client
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)
FILE = """ФИО;Мобильный;Почта;Откуда пришёл
Мария Светлова;8 916 123-45-67;maria@example.ru;по вывеске
Пётр Ильин;12;не-почта;
=cmd|'/c calc'!A1;8 916 000-11-22;;
"""


def test_an_import_with_errors(screen, barriers, tmp_path):
    anna = given.employee("director")
    desk = screen(anna)
    desk.goto(reverse("clients:imports"))
    assert barriers(desk) == []
    file = {"name": "база.csv", "mimeType": "text/csv", "buffer": FILE.encode("cp1251")}
    desk.locator("#import-file").set_input_files(file)
    desk.get_by_role("button", name="Загрузить и посмотреть").click()

    # The columns are known by name; the fourth is said by hand.
    desk.get_by_label("Откуда пришёл").select_option(label="Примечание")
    assert barriers(desk) == []
    desk.get_by_role("button", name="Проверить строки").click()
    desk.get_by_role("heading", name="С ошибками: 1").wait_for()
    assert desk.get_by_text("«не-почта» — не адрес почты.").is_visible()
    assert Client.objects.count() == 0
    assert barriers(desk) == []

    desk.get_by_role("button", name="Загрузить в базу").click()
    desk.get_by_role("heading", name="Загружен в базу").wait_for()
    with desk.expect_download() as download:
        desk.get_by_role("link", name="Строки с ошибками — файлом").click()
    kept = tmp_path / "wrong.xlsx"
    download.value.save_as(kept)
    _head, only = openpyxl.load_workbook(kept).active.iter_rows(values_only=True)
    assert only[0] == "Пётр Ильин"
    assert "не адрес почты" in only[4]
    assert sorted(Client.objects.values_list("name", "note")) == [
        ("=cmd|'/c calc'!A1", ""),
        ("Мария Светлова", "по вывеске"),
    ]

    desk.get_by_role("button", name="Отменить загрузку").click()
    desk.locator('#ask [data-answer="yes"]').click()
    desk.get_by_role("heading", name="Загрузка отменена").wait_for()
    assert not Client.objects.exists()
