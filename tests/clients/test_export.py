"""The list of clients as a file: what the screen shows, in its order, written down in a log."""

import openpyxl
import pytest
import vobject
from django.urls import reverse

from core import jobs
from core.lists import export
from core.models import ExportLog, Job
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna():
    return given.employee("director")


def exported(browser, file_format, **query):
    answer = browser.get(reverse("core:list_export", args=["clients", file_format]), query)
    return b"".join(answer.streaming_content)


def test_phones_are_read_as_people_write_them(login, anna):
    given.client("Мария Светлова", "+7 916 123-45-67", by=anna)
    given.client("=Олег", "+49 30 123456", by=anna)
    browser = login(anna)

    text = exported(browser, "csv", sort="folded_name").decode("utf-8-sig")

    maria, oleg = text.splitlines()[1:3]
    assert maria.startswith("Мария Светлова;8 916 123-45-67;")
    assert oleg.startswith("'=Олег;(+49) 30 123456;")


def test_excel_has_phones_as_text(login, anna, tmp_path):
    given.client("Мария Светлова", "+7 916 123-45-67", by=anna)
    kept = tmp_path / "clients.xlsx"
    kept.write_bytes(exported(login(anna), "xlsx"))

    cell = openpyxl.load_workbook(kept).active["B2"]

    assert (cell.value, cell.data_type) == ("+7 916 123-45-67", "s")


@pytest.mark.parametrize("sort", ["folded_name", "-folded_name", "created_at"])
def test_the_order_is_that_of_the_screen(login, anna, sort):
    for name in ("Борис", "Анна", "Вера"):
        given.client(name, f"+7 916 000-00-{ord(name[0]) % 90 + 10}", by=anna)

    text = exported(login(anna), "csv", sort=sort).decode("utf-8-sig")

    names = [line.split(";")[0] for line in text.splitlines()[1:]]
    by_name = ["Анна", "Борис", "Вера"]
    expected = {"folded_name": by_name, "-folded_name": by_name[::-1]}
    assert names == expected.get(sort, ["Борис", "Анна", "Вера"])


def test_business_cards_come_back_as_the_same_clients(login, anna):
    given.client("ООО «Ромашка»", "+7 495 000-12-34", by=anna, kind="organisation")
    given.client("Мария; Светлова", "+7 916 123-45-67", by=anna, email="m@example.ru")

    data = exported(login(anna), "vcf", sort="folded_name").decode()

    maria, firm = vobject.readComponents(data)
    assert (maria.fn.value, maria.tel.value) == ("Мария; Светлова", "+79161234567")
    assert maria.email.value == "m@example.ru"
    assert firm.org.value == ["ООО «Ромашка»"]


def test_a_business_card_has_the_parts_of_a_name(login, anna):
    given.client("Светлова Мария Петровна", by=anna)

    (card,) = vobject.readComponents(exported(login(anna), "vcf").decode())

    assert (card.n.value.family, card.n.value.given) == ("Светлова", "Мария")
    assert (card.n.value.additional, card.fn.value) == ("Петровна", "Светлова Мария Петровна")


def test_who_took_what_is_written_down_and_shown_to_the_administrator(login, anna):
    given.client("Мария Светлова", "+7 916 123-45-67", by=anna)
    given.client("Пётр Ильин", "+7 916 123-45-68", by=anna)

    exported(login(anna), "csv", text="Мария")

    entry = ExportLog.objects.get()
    assert (entry.by, entry.file_format, entry.count) == (anna, "csv", 1)
    assert "text=" in entry.query
    page = login(given.employee("admin")).get(reverse("core:export_log")).content.decode()
    assert anna.short_name in page


def test_a_long_export_keeps_the_order_and_is_written_down_too(login, anna, monkeypatch):
    monkeypatch.setattr(export, "AT_ONCE", 1)
    for name in ("Борис", "Анна"):
        given.client(name, f"+7 916 000-00-{ord(name[0]) % 90 + 10}", by=anna)
    url = reverse("core:list_export", args=["clients", "csv"])
    login(anna).get(url, {"sort": "folded_name"})
    job = Job.objects.get()

    jobs.run_job(job.pk)

    job.refresh_from_db()
    text = job.result.read().decode("utf-8-sig")
    assert [line.split(";")[0] for line in text.splitlines()[1:]] == ["Анна", "Борис"]
    assert ExportLog.objects.get().count == 2


def test_a_list_without_business_cards_has_none(login, anna):
    url = reverse("core:list_export", args=["employees", "vcf"])

    assert login(anna).get(url).status_code == 404


def test_the_workshop_exports_no_clients(login):
    url = reverse("core:list_export", args=["clients", "vcf"])

    assert login(given.employee("worker")).get(url).status_code == 403
    assert not ExportLog.objects.exists()
