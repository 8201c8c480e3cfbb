"""One's own calendar by a secret address: what it says, to whom, and what a real calendar reads."""

import subprocess
import sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.urls import reverse
from icalendar import Calendar

from clients.models import Client
from core import clock, links
from interactions import actions
from tests import given
from tests.interactions.kinds import kind

pytestmark = pytest.mark.django_db
MOSCOW = ZoneInfo("Europe/Moscow")
NOON = datetime(2026, 12, 1, 12, 0, tzinfo=MOSCOW)


@pytest.fixture(autouse=True)
def november():
    with clock.at(datetime(2026, 11, 24, 9, 0, tzinfo=MOSCOW)):
        yield


def meeting(olga, of=None, at=NOON, **fields):
    facts = {"kind": kind("meeting"), "purpose": "Замер кухни", "planned_at": at, **fields}
    return actions.register(of or given.client(), by=olga, **facts)


def address(olga):
    token = links.make(olga, purpose="calendar", by=olga)
    return reverse("interactions:subscription", args=[token])


def read(client, olga):
    return Calendar.from_ical(client.get(address(olga)).content).walk("VEVENT")


def test_a_meeting_is_told_with_what_a_calendar_needs(client, olga):
    planned = meeting(olga, minutes=90)

    answer = client.get(address(olga))
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert (event.start, event.end) == (NOON, NOON + timedelta(minutes=90))
    assert event["UID"].startswith(f"interactions-{planned.pk}@")
    assert event["URL"] == f"{settings.PUBLIC_URL}{planned.get_absolute_url()}"
    assert event["STATUS"] == "CONFIRMED"
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == clock.now()


def test_it_says_no_more_of_a_person_than_is_needed(client, olga):
    meeting(olga, given.client("Светлова Мария Петровна", note="Код домофона 17"), place="Мира, 5")
    firm = given.client("ООО «Лира»", kind=Client.Kind.ORGANISATION)
    meeting(olga, firm, NOON + timedelta(days=1))

    body = client.get(address(olga)).content.decode().replace("\r\n ", "")

    assert "SUMMARY:Встреча: Светлова М. П.\r\n" in body
    assert "SUMMARY:Встреча: ООО «Лира»\r\n" in body
    for secret in ("Мария", "домофон", "Мира", "Замер", "916"):
        assert secret not in body


def test_moved_it_stays_the_same_entry_and_is_newer(client, olga):
    planned = meeting(olga)
    (before,) = read(client, olga)
    with clock.at(clock.now() + timedelta(hours=1)):
        actions.move(planned, by=olga, planned_at=NOON + timedelta(days=1), responsible=olga)

    (after,) = read(client, olga)

    assert after["UID"] == before["UID"]
    assert after.start == NOON + timedelta(days=1)
    assert after["LAST-MODIFIED"].dt == before["LAST-MODIFIED"].dt + timedelta(hours=1)


def test_the_last_month_and_the_next_half_year_of_ones_own(client, olga):
    director, colleague = given.employee("director"), given.employee()
    given.task(by=director, of=olga, title="Близко", in_days=170)
    given.task(by=director, of=olga, title="Далеко", in_days=190)
    given.task(by=director, of=colleague, title="Чужое", in_days=1)
    cancelled = meeting(olga)
    actions.cancel(cancelled, by=olga, reason="Ошибка")

    assert [event["SUMMARY"] for event in read(client, olga)] == ["Близко"]


def test_a_hostile_title_stays_a_title(client, olga):
    hostile = "Отчёт; сдать, \\n\nATTENDEE:mailto:a@b.ru\r\nBEGIN:VEVENT"
    given.task(by=olga, of=olga, title=hostile, in_days=2)

    body = client.get(address(olga)).content.decode()
    (event,) = Calendar.from_ical(body).walk("VEVENT")

    assert "ATTENDEE" not in event
    assert event["SUMMARY"] == "Отчёт; сдать, \\n ATTENDEE:mailto:a@b.ru BEGIN:VEVENT"
    assert body.count("\r\nBEGIN:VEVENT") == 1


def test_asked_again_without_a_change_there_is_no_body(client, olga):
    planned, way = meeting(olga), address(olga)
    tag = client.get(way)["ETag"]

    with clock.at(clock.now() + timedelta(hours=2)):
        assert client.get(way, headers={"If-None-Match": tag}).status_code == 304
        actions.move(planned, by=olga, planned_at=NOON + timedelta(days=1), responsible=olga)
        assert client.get(way, headers={"If-None-Match": tag}).status_code == 200


def test_revoked_strange_or_of_somebody_who_has_left_it_is_not_there(client, olga):
    way, ivan = address(olga), given.employee()
    others = address(ivan)

    links.revoke(olga, purpose="calendar")
    ivan.is_active = False
    ivan.save()

    assert client.get(way).status_code == 404
    assert client.get(others).status_code == 404
    assert client.get(reverse("interactions:subscription", args=["x"])).status_code == 404
    proposal = links.make(olga, purpose="proposal", by=olga)
    assert client.get(reverse("interactions:subscription", args=[proposal])).status_code == 404


def test_the_address_is_shown_once_renewed_and_revoked(login, client, olga):
    browser = login(olga)
    first = browser.post(reverse("interactions:make_feed")).context["address"]
    assert client.get(first.removeprefix(settings.PUBLIC_URL)).status_code == 200
    page = browser.get(reverse("interactions:feed")).content.decode()
    assert first not in page
    assert "Последний раз календарь обращался" in page

    second = browser.post(reverse("interactions:make_feed")).context["address"]
    assert client.get(first.removeprefix(settings.PUBLIC_URL)).status_code == 404
    browser.post(reverse("interactions:revoke_feed"))
    assert client.get(second.removeprefix(settings.PUBLIC_URL)).status_code == 404
    assert "Адреса пока нет" in browser.get(reverse("interactions:feed")).content.decode()


def test_any_number_of_entries_costs_the_same_queries(client, olga, django_assert_num_queries):
    way = address(olga)
    meeting(olga)
    given.task(by=olga, of=olga, in_days=1)
    client.get(way)
    with django_assert_num_queries(9):
        client.get(way)
    for day in range(1, 6):
        meeting(olga, at=NOON + timedelta(days=day))
        given.task(by=olga, of=olga, in_days=day)
    with django_assert_num_queries(9):
        client.get(way)


KHAL = """[calendars]
[[naryad]]
path = {home}/events
[locale]
local_timezone = Europe/Moscow
default_timezone = Europe/Moscow
timeformat = %H:%M
dateformat = %d.%m.%Y
longdateformat = %d.%m.%Y
datetimeformat = %d.%m.%Y %H:%M
longdatetimeformat = %d.%m.%Y %H:%M
[default]
default_calendar = naryad
[sqlite]
path = {home}/khal.db
"""


def test_a_real_calendar_reads_it_and_shows_the_hours_of_the_firm(client, olga, tmp_path):
    given.task(by=olga, of=olga, title="Сдать отчёт; срочно, да", in_days=3)
    meeting(olga, given.client("Светлова Мария"), minutes=90)
    (tmp_path / "events").mkdir()
    (tmp_path / "config").write_text(KHAL.format(home=tmp_path))
    (tmp_path / "feed.ics").write_bytes(client.get(address(olga)).content)

    def khal(*words):
        command = [sys.executable, "-m", "khal", "-c", tmp_path / "config", *words]
        world = {"LC_ALL": "C.UTF-8", "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
        done = subprocess.run(command, env=world, capture_output=True, text=True, timeout=60)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    khal("import", "--batch", "-a", "naryad", str(tmp_path / "feed.ics"))
    shape = "{start-date} {start-time} {end-time} {title}"
    shown = khal("list", "--format", shape, "24.11.2026", "30d")

    assert "01.12.2026 12:00 13:30 Встреча: Светлова М." in shown
    assert "Сдать отчёт; срочно, да" in shown
    assert len(list((tmp_path / "events").glob("*.ics"))) == 2
