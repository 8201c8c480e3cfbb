"""Clients of a file: a dry run says what will be, the run does it, and all of it can be undone."""

import io
from datetime import timedelta

import openpyxl
import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from clients.actions import importing as actions
from clients.actions import set_requisites
from clients.importing import work
from clients.models import Client, Import
from company.models import OwnField
from core import changesets, clock, jobs, undoing
from core.errors import Refused
from tests import given
from tests.clients import files

pytestmark = pytest.mark.django_db
HEAD = files.WIDE
MARIA = ["Мария Светлова", "8 (916) 123-45-67", "maria@example.ru", "", "Любит фацет"]
FIRM = ["ООО «Ромашка»", "+7 495 000-12-34", "", "7707083893", ""]


@pytest.fixture
def anna():
    return given.employee("director")


def counts(found):
    return {verdict: count for verdict, count in found.counts.items() if count}


def notes(found, verdict="wrong"):
    return [work.reasons(row.notes) for row in found.rows.filter(verdict=verdict)]


def test_a_dry_run_says_what_will_be_and_writes_nothing(anna):
    given.client("Мария Светлова", "+7 916 123-45-67", by=anna)
    rows = [HEAD, MARIA, FIRM, FIRM, ["", "12", "кто?", "7707083890", ""]]

    found = files.checked(files.csv(rows), by=anna)

    assert counts(found) == {"updated": 1, "new": 1, "duplicate": 1, "wrong": 1}
    assert Client.objects.count() == 1
    assert found.changeset is None


def test_new_clients_come_with_all_that_the_file_says(anna):
    files.brought_in(files.csv([HEAD, MARIA, FIRM]), by=anna)

    maria, firm = Client.objects.order_by("pk")
    assert (maria.name, maria.kind, maria.email) == (MARIA[0], "person", "maria@example.ru")
    assert (maria.note, maria.responsible, maria.created_by) == ("Любит фацет", anna, anna)
    assert [(str(each), each.is_main) for each in maria.phones.all()] == [
        ("+7 916 123-45-67", True)
    ]
    assert (firm.kind, firm.requisites.inn) == ("organisation", "7707083893")


def test_the_reason_stands_by_each_cell_and_comes_back_with_the_row(anna):
    bad = ["Пётр", "12345", "кто?", "7707083890", "важно"]

    found = files.brought_in(files.csv([HEAD, MARIA, bad]), by=anna)

    (row,) = found.rows.filter(verdict="wrong")
    assert [label for label, _said in row.notes] == ["Телефон", "Эл. почта", "ИНН"]
    book = openpyxl.load_workbook(io.BytesIO(found.job.result.read()))
    head, only = book.active.iter_rows(values_only=True)
    assert list(head[:5]) == HEAD
    assert list(only[:5]) == bad
    assert "12345" in only[5]


def test_the_second_run_of_the_same_file_changes_nothing(anna):
    rows = [HEAD, MARIA, FIRM, ["Олег", "", "oleg@example.ru", "", ""]]
    files.brought_in(files.csv(rows), by=anna)
    before = list(Client.objects.order_by("pk").values())

    found = files.brought_in(files.csv(rows), by=anna)

    assert counts(found) == {"same": 3}
    assert list(Client.objects.order_by("pk").values()) == before
    assert not found.changeset.rows.exists()


def test_a_known_client_gets_what_is_new_and_loses_nothing(anna):
    maria = given.client(
        "Мария Светлова", "+7 916 123-45-67", by=anna, note="Старая", email="old@example.ru"
    )
    row = ["Светлова Мария Ивановна", "8 916 123-45-67; 8 916 000-11-22", "new@example.ru", "", ""]

    found = files.brought_in(files.csv([HEAD, row]), by=anna)

    maria.refresh_from_db()
    assert counts(found) == {"updated": 1}
    assert (maria.name, maria.note) == ("Светлова Мария Ивановна", "Старая")
    assert (maria.email, maria.emails.get().email) == ("old@example.ru", "new@example.ru")
    assert [each.e164 for each in maria.phones.all()] == ["+79161234567", "+79160001122"]
    assert maria.version == 2


def test_a_number_of_another_system_is_the_key_where_there_is_one(anna):
    head = ["Код", "Имя", "Телефон"]
    files.brought_in(files.csv([head, ["A-1", "Мария Светлова", "8 916 123-45-67"]]), by=anna)

    found = files.brought_in(files.csv([head, ["A-1", "Мария Новая", "8 916 555-66-77"]]), by=anna)

    client = Client.objects.get()
    assert counts(found) == {"updated": 1}
    assert (client.name, client.phones.count()) == ("Мария Новая", 2)


def test_a_number_that_belongs_to_somebody_else_renames_nobody(anna):
    given.client("Мария Светлова", "+7 916 123-45-67", by=anna)

    found = files.brought_in(
        files.csv([HEAD, ["Пётр Ильин", "8 916 123-45-67", "", "", ""]]), by=anna
    )

    assert counts(found) == {"duplicate": 1}
    assert "Мария Светлова" in notes(found, "duplicate")[0]
    assert Client.objects.get().name == "Мария Светлова"


def test_of_two_clients_with_one_number_the_name_tells(anna):
    given.client("Мария Светлова", "+7 916 123-45-67", by=anna)
    ivan = given.client("Иван Светлов", "+7 916 123-45-67", by=anna)
    given_rows = [HEAD, ["Иван Светлов", "8 916 123-45-67", "", "", "Муж"]]

    files.brought_in(files.csv(given_rows), by=anna)

    ivan.refresh_from_db()
    assert ivan.note == "Муж"


def test_a_row_without_any_key_would_come_again_each_time(anna):
    found = files.checked(files.csv([HEAD, ["Кто-то", "", "", "", ""]]), by=anna)

    assert counts(found) == {"wrong": 1}


def test_undone_everything_is_as_before(anna):
    maria = given.client("Мария Светлова", "+7 916 123-45-67", by=anna)
    set_requisites(maria, by=anna, inn="")
    before = list(Client.objects.values("name", "note", "email"))
    rows = [HEAD, [*MARIA[:3], "7707083893", "Новое"], ["Олег", "8 916 111-22-33", "", "", ""]]
    found = files.brought_in(files.csv(rows), by=anna)
    assert Client.objects.count() == 2

    files.undone(found, by=anna)

    assert list(Client.objects.values("name", "note", "email")) == before
    maria.requisites.refresh_from_db()
    assert maria.requisites.inn == ""


def test_who_has_ordered_since_stays_when_the_import_is_undone(anna):
    found = files.brought_in(files.csv([HEAD, MARIA, FIRM]), by=anna)
    maria = Client.objects.get(name=MARIA[0])
    given.order(of=maria, by=anna)

    files.undone(found, by=anna)

    assert list(Client.objects.all()) == [maria]
    assert maria.phones.exists()
    assert Import.objects.get().changeset.left_count == 1


def test_a_long_undoing_goes_on_behind_the_piece_where_its_worker_was_killed(anna, monkeypatch):
    monkeypatch.setattr(undoing, "AT_ONCE", 1)
    rows = [[f"Клиент {n}", f"8 916 000-00-{n:02}", "", "", ""] for n in range(10, 15)]
    found = files.brought_in(files.csv([HEAD, *rows]), by=anna)
    monkeypatch.setattr(changesets, "CHUNK", 2)

    found = actions.undo_import(found, by=anna)
    assert undoing.undo_piece(found.changeset_id) == 2  # then the worker was killed
    assert Client.objects.count() == 3
    with pytest.raises(Refused):
        actions.run_import(found, by=anna)
    job = found.changeset.undo_job
    jobs.Job.objects.filter(pk=job.pk).update(
        state="running", touched_at=clock.now() - timedelta(minutes=5)
    )
    jobs.resume_lost_jobs()

    job.refresh_from_db()
    assert (job.state, job.done, job.total) == ("done", 5, 5)
    assert not Client.objects.exists()


def test_a_stopped_undoing_goes_on_by_its_button(login, anna, monkeypatch):
    monkeypatch.setattr(undoing, "AT_ONCE", 1)
    found = files.brought_in(files.csv([HEAD, MARIA, FIRM]), by=anna)
    found = actions.undo_import(found, by=anna)
    jobs.stop(found.changeset.undo_job, by=anna)
    page = login(anna)

    shown = page.get(reverse("clients:import_card", args=[found.pk])).content.decode()
    assert "Продолжить отмену" in shown
    page.post(reverse("clients:undo_import", args=[found.pk]))
    jobs.run_job(Import.objects.get().changeset.undo_job_id)

    assert not Client.objects.exists()
    shown = page.get(reverse("clients:import_card", args=[found.pk])).content.decode()
    assert "Продолжить отмену" not in shown


def test_after_thirty_days_it_stays_and_the_file_is_forgotten(anna):
    found = files.brought_in(files.csv([HEAD, MARIA]), by=anna)

    with clock.at(clock.now() + timedelta(days=31)):
        with pytest.raises(Refused):
            actions.undo_import(found, by=anna)
        actions.forget_old()

    assert not Import.objects.exists()
    assert not found.file.storage.exists(found.file.name)
    assert Client.objects.count() == 1


def test_stopped_it_goes_on_where_it_was(anna, monkeypatch):
    monkeypatch.setattr(work, "PIECE", 2)
    rows = [[f"Клиент {n}", f"8 916 000-00-{n:02}", "", "", ""] for n in range(10, 17)]
    rows.append(["Клиент 10", "8 916 000-00-10", "", "", ""])
    found = files.checked(files.csv([HEAD, *rows]), by=anna)
    actions.run_import(found, by=anna)
    found.refresh_from_db()
    say = jobs.Progress.say

    def stopped_at_four(self, done, total, checkpoint=None):
        if done > 4:
            raise jobs.Stopped
        say(self, done, total, checkpoint)

    with monkeypatch.context() as patch:
        patch.setattr(jobs.Progress, "say", stopped_at_four)
        jobs.run_job(found.job_id)
    found.refresh_from_db()
    assert (found.job.state, found.position, Client.objects.count()) == ("stopped", 4, 4)

    actions.run_import(found, by=anna)
    files.worked(found)

    assert counts(found) == {"new": 7, "duplicate": 1}
    assert Client.objects.count() == 7
    files.undone(found, by=anna)
    assert not Client.objects.exists()


def test_own_fields_lists_and_managers_are_read_as_the_firm_calls_them(anna):
    area = OwnField.objects.create(label="Площадь", kind=OwnField.Kind.NUMBER)
    source = given.ad_source("Выставка")
    olga = given.employee("manager", last_name="Громова", first_name="Ольга")
    head = ["Имя", "Телефон", "Площадь", "Источник", "Менеджер"]
    rows = [
        ["Мария", "8 916 123-45-67", "1 200,5", "выставка", "Громова О."],
        ["Пётр", "8 916 123-45-68", "много", "Забор", "Никто Н."],
    ]

    found = files.brought_in(files.csv([head, *rows]), by=anna)

    maria = Client.objects.get()
    assert (maria.own, maria.ad_source, maria.responsible) == ({area.code: 1200.5}, source, olga)
    (row,) = found.rows.filter(verdict="wrong")
    assert len(row.notes) == 3


def test_a_stranger_brings_nothing_in():
    olga = given.employee("manager")

    with pytest.raises(PermissionDenied):
        files.uploaded(files.csv([HEAD, MARIA]), by=olga)
