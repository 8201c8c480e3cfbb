"""What people ask about their data, and the term in which the law wants an answer."""

import json
import zipfile
from datetime import date, datetime

import pypdfium2
import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.timezone import get_default_timezone

from clients import actions
from clients.personal import file
from company.jobs import warn_of_deadlines
from company.models import Deadline, Notification
from core import clock
from core.errors import Refused
from core.jobs import run_job
from tests import given

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 16)


def at(day, hour=12):
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=get_default_timezone())
    return clock.at(moment)


@pytest.mark.parametrize(
    ("kind", "due"),
    [
        ("access", date(2026, 11, 30)),  # 10 working days
        ("blocking", date(2026, 11, 30)),
        ("rectification", date(2026, 11, 25)),  # 7 working days
        ("withdrawal", date(2026, 12, 16)),  # 30 days
        ("erasure", date(2026, 12, 16)),
    ],
)
def test_the_term_is_that_of_the_law(director, kind, due):
    with at(MONDAY):
        found = given.personal_request(by=director, kind=kind)
    assert found.due_at.astimezone(get_default_timezone()).date() == due
    assert Deadline.objects.of(found).get().due_at == found.due_at


def test_a_term_is_prolonged_once_and_only_where_the_law_lets_it(director):
    with at(MONDAY):
        access = given.personal_request(by=director)
        erasure = given.personal_request(given.client(), by=director, kind="erasure")
        with pytest.raises(Refused):
            actions.extend_request(access, by=director, note=" ")
        actions.extend_request(access, by=director, note="Архив на складе")
        assert access.due_at.astimezone(get_default_timezone()).date() == date(2026, 12, 7)
        for request in (access, erasure):
            with pytest.raises(Refused):
                actions.extend_request(request, by=director, note="Ещё")


def test_whoever_handles_them_is_told_before_the_term_is_over(director):
    worker = given.employee("worker")
    with at(MONDAY):
        given.personal_request(by=director)
    with at(date(2026, 11, 27), 20):
        warn_of_deadlines()
    assert Notification.objects.filter(recipient=director, text__startswith="Осталось").exists()
    assert not Notification.objects.filter(recipient=worker).exists()


def test_an_answer_ends_it(director):
    found = given.personal_request(by=director)
    with pytest.raises(Refused):
        actions.fulfil_request(found, by=director, note="")
    actions.fulfil_request(found, by=director, note="Файл отправлен письмом")
    found.refresh_from_db()
    assert (found.status, found.answer) == ("done", "Файл отправлен письмом")
    assert found.settled_at
    assert [step.note for step in found.steps.all()] == ["Файл отправлен письмом"]
    with pytest.raises(Refused):
        actions.refuse_request(found, by=director, note="Поздно")


def test_a_withdrawal_takes_the_consents_back_at_once(director):
    consent = given.consent()
    given.personal_request(consent.client, by=director, kind="withdrawal")
    consent.refresh_from_db()
    assert consent.withdrawn_at


def test_what_asks_for_erasure_is_fulfilled_once_it_is_erased(director):
    found = given.personal_request(by=director, kind="erasure")
    with pytest.raises(Refused):
        actions.fulfil_request(found, by=director, note="Уничтожено")
    actions.erase(found.client, by=director, reason="По запросу")
    found = type(found).objects.get(pk=found.pk)
    actions.fulfil_request(found, by=director, note="Уничтожено, акт отправлен")
    assert found.status == "done"


def test_only_who_has_the_right_handles_them(director):
    olga = given.employee()
    with pytest.raises(PermissionDenied):
        given.personal_request(by=olga)
    with pytest.raises(PermissionDenied):
        actions.fulfil_request(given.personal_request(by=director), by=olga, note="Да")


def test_by_the_pages(director, login):
    card, browser = given.client(by=director), login(director)
    typed = {"kind": "access", "source": "paper", "received_on": clock.today().isoformat()}
    url = reverse("clients:add_personal_request", args=[card.pk])
    answer = browser.post(url, {**typed, "text": "Что вы обо мне знаете?"}, follow=True)
    assert "Что вы обо мне знаете?" in answer.content.decode()
    found = card.personal_requests.get()
    listed = browser.get(reverse("clients:personal_requests"), {"chip": "open"}).content.decode()
    assert card.name in listed
    browser.post(reverse("clients:refuse_request", args=[found.pk]), {"note": "Нет паспорта"})
    found.refresh_from_db()
    assert found.status == "refused"


def test_the_file_holds_everything_as_json_and_pdf(director):
    card = given.client("Анна Серова", "+7 926 411-72-93", by=director, note="Любит серебро")
    given.contact_person(card, "Пётр Серов", by=director)
    given.consent(card, by=director)
    order = given.order(of=card, by=director, comment="Позвонить у подъезда", paid=100)
    given.planned_call(card, by=director, purpose="Спросить про раму")
    given.task(by=director, of=director, about=card, title="Перемерить нишу")

    job = file.start(card, by=director)
    run_job(job.pk)
    job.refresh_from_db()

    with zipfile.ZipFile(job.result) as archive:
        said, printed = archive.read("data.json").decode(), archive.read("data.pdf")
    pages = pypdfium2.PdfDocument(printed)
    words = " ".join(page.get_textpage().get_text_range() for page in pages)
    told = json.loads(said)
    assert {"operator", "consents", "grounds", "data"} <= told.keys()
    for fact in (
        *("Анна Серова", "Любит серебро", "Пётр Серов", "Позвонить у подъезда"),
        *("Спросить про раму", "Перемерить нишу", order.positions.first().title),
    ):
        assert fact in said
        assert fact.split()[0] in words
    assert "4117293" in said
    assert "402-ФЗ" in said


def test_who_does_not_read_a_field_takes_no_file():
    rights = given.role("director").rights
    blind = given.employee(role=given.role(rights=rights, scope="all", hidden_fields=["phone"]))
    with pytest.raises(Refused):
        file.start(given.client(), by=blind)
