"""The calendar: whose may be looked at, what stands there, what a drag does."""

import json
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from core import clock
from interactions import actions
from interactions.calendar import shown
from interactions.lifecycle import Status
from tests import given
from tests.interactions.kinds import kind

pytestmark = pytest.mark.django_db
MOSCOW = ZoneInfo("Europe/Moscow")


def week(since=None, days=7):
    start = since or clock.midnight(clock.today())
    return {"start": start.isoformat(), "end": (start + timedelta(days=days)).isoformat()}


def look(browser, **asked):
    return browser.get(reverse("interactions:events"), {**week(), **asked})


def stands(browser, **asked):
    return [event["title"] for event in json.loads(look(browser, **asked).content)["events"]]


def test_calls_and_tasks_stand_on_their_moment_with_a_way_to_their_page(login, olga):
    call = given.planned_call(given.client("Мария Светлова"), by=olga, in_hours=5)
    task = given.task(by=olga, of=olga, title="Отчёт", in_days=2)

    found = json.loads(look(login(olga)).content)["events"]

    assert [(event["url"], event["state"]) for event in found] == [
        (call.get_absolute_url(), "ahead"),
        (task.get_absolute_url(), "ahead"),
    ]
    assert datetime.fromisoformat(found[0]["start"]) == call.planned_at
    assert datetime.fromisoformat(found[0]["end"]) == call.planned_at + timedelta(minutes=30)
    assert "Мария Светлова" in found[0]["title"]


def test_what_is_done_or_late_is_told_in_a_word_and_not_by_colour_alone(login, olga):
    held = actions.register(given.client(), by=olga, kind=kind(), purpose="Цена")
    given.planned_call(given.client("Б"), by=olga, in_hours=-30)

    answer = look(login(olga), **week(clock.midnight(clock.today()) - timedelta(days=2)))

    states = {event["id"]: event["state"] for event in json.loads(answer.content)["events"]}
    assert states.pop(f"interactions-{held.pk}") == "done"
    assert set(states.values()) == {"late"}
    page = login(olga).get(reverse("interactions:calendar")).content.decode()
    assert "Просрочено" in page
    assert "Сделано" in page


def test_a_source_may_be_switched_off(login, olga):
    given.planned_call(by=olga, in_hours=5)
    given.task(by=olga, of=olga, title="Отчёт", in_days=2)

    assert stands(login(olga), source="tasks") == ["Отчёт"]


def test_one_looks_at_a_colleague_a_department_and_the_firm(login, director, olga):
    olga.department = given.department("Отдел приёма")
    olga.save()
    given.task(by=director, of=olga, title="Ольге", in_days=1)
    given.task(by=director, of=director, title="Себе", in_days=1)
    browser = login(director)

    assert stands(browser) == ["Себе"]
    assert stands(browser, whose=f"e{olga.pk}") == ["Ольге"]
    assert stands(browser, whose=f"d{olga.department_id}") == ["Ольге"]
    assert set(stands(browser, whose="all")) == {"Ольге", "Себе"}
    (event, _other) = json.loads(look(browser, whose="all").content)["events"]
    assert "Ольшанская" in event["who"] or "Ольшанская" in _other["who"]


def test_the_desk_looks_at_its_office_and_sees_there_what_it_may(login, olga, director):
    neighbour = given.employee()
    far = given.employee(office=given.office("Офис на Соколе"))
    given.planned_call(given.client("Сосед"), by=neighbour, in_hours=5)
    given.planned_call(given.client("Дальний"), by=far, in_hours=5)
    given.task(by=director, of=neighbour, title="Тайное", in_days=1)
    browser = login(olga)

    assert len(stands(browser, whose="all")) == 1
    assert look(browser, whose=f"e{far.pk}").status_code == 404
    assert look(browser, whose="e0").status_code == 404
    assert look(browser, whose="x").status_code == 404


def test_who_sees_only_their_own_looks_at_their_own(login, olga):
    rights = olga.role.rights
    loner = given.employee(role=given.role("own", rights=rights, scope="own"))
    given.planned_call(by=olga, in_hours=5)

    page = login(loner).get(reverse("interactions:calendar"))

    assert 'name="whose"' not in page.content.decode()
    assert look(login(loner), whose=f"e{olga.pk}").status_code == 404
    assert stands(login(loner), whose="all") == []


def test_a_meeting_of_two_stands_once_in_the_calendar_of_all(login, director, olga):
    given.planned_call(by=olga, in_hours=5, participants=[director])

    (event,) = json.loads(look(login(director), whose="all").content)["events"]

    assert event["who"].count(",") == 1


def test_days_off_and_worked_saturdays_are_named(login, olga):
    given.free_day(date(2026, 11, 25))
    since = datetime(2026, 10, 26, tzinfo=MOSCOW)

    days = json.loads(look(login(olga), **week(since, days=42)).content)["days"]

    known = {day["day"]: (day["isWorking"], day["words"]) for day in days}
    assert len(days) == 42
    assert known["2026-11-04"] == (False, "День народного единства")
    assert known["2026-11-25"] == (False, "Выходной")
    assert known["2026-11-23"] == (True, "")
    assert known["2026-11-28"] == (False, "")


@pytest.mark.parametrize("days", [0, -1, 60])
def test_more_than_six_weeks_are_not_shown_at_once(login, olga, days):
    assert look(login(olga), **week(days=days)).status_code == 400
    assert look(login(olga), start="вчера").status_code == 400


def test_too_many_are_cut_with_a_word(login, olga, monkeypatch):
    monkeypatch.setattr(shown, "MOST", 2)
    for hour in (3, 4, 5):
        given.planned_call(given.client(f"К{hour}"), by=olga, in_hours=hour)

    answer = json.loads(look(login(olga)).content)

    assert len(answer["events"]) == 2
    assert "первые 2" in answer["cut"]


def test_any_number_of_events_costs_the_same_queries(
    login, director, olga, django_assert_num_queries, django_assert_max_num_queries
):
    def fill(count):
        for _each in range(count):
            given.planned_call(by=olga, in_hours=5, participants=[director])
            given.task(by=director, of=olga, in_days=1)

    fill(1)
    browser = login(director)
    look(browser, whose="all")
    with django_assert_max_num_queries(11) as counted:
        look(browser, whose="all")
    fill(5)
    with django_assert_num_queries(len(counted)):
        look(browser, whose="all")


def drag(browser, row, start, end=None, source="interactions"):
    address = reverse("interactions:drag", args=[source, row.pk])
    typed = {"start": start.isoformat()} | ({"end": end.isoformat()} if end else {})
    return browser.post(address, typed, headers={"HX-Request": "true"})


def test_dragged_and_drawn_longer_it_is_moved(login, olga):
    call = given.planned_call(by=olga, in_hours=5)
    moment = timezone.localtime(clock.now() + timedelta(days=2)).replace(second=0, microsecond=0)

    assert drag(login(olga), call, moment).status_code == 204
    assert drag(login(olga), call, moment, moment + timedelta(minutes=75)).status_code == 204

    call.refresh_from_db()
    assert (call.planned_at, call.minutes) == (moment, 75)
    assert "30 мин → 75 мин" in call.steps.last().note


def test_into_the_past_it_is_refused_with_a_sentence(login, olga):
    call = given.planned_call(by=olga, in_hours=5)

    answer = drag(login(olga), call, clock.now() - timedelta(days=1))

    assert answer.status_code == 409
    assert "Укажите день и час впереди" in answer.content.decode()
    before = call.planned_at
    call.refresh_from_db()
    assert (call.planned_at, call.status) == (before, Status.PLANNED)


def test_what_is_not_ones_own_is_not_dragged(login, olga, director):
    far = given.employee(office=given.office("Офис на Соколе"))
    call = given.planned_call(by=far, in_hours=5)
    task = given.task(by=director, of=olga, in_days=1)
    later = clock.now() + timedelta(days=3)

    assert drag(login(olga), call, later).status_code == 404
    assert drag(login(olga), task, later, source="tasks").status_code == 403
    assert drag(login(olga), call, later, source="nothing").status_code == 404
    answer = login(olga).post(reverse("interactions:drag", args=["interactions", call.pk]), {})
    assert answer.status_code == 400


def test_an_empty_place_offers_a_call_with_a_client_and_a_task_for_that_moment(login, olga):
    mary, browser = given.client("Мария Светлова"), login(olga)

    page = browser.get(reverse("interactions:with_whom"), {"q": "светл", "at": "2026-11-30T12:00"})
    way = f"{reverse('interactions:add', args=[mary.pk])}?at=2026-11-30T12%3A00"

    assert way in page.content.decode()
    assert 'value="2026-11-30T12:00"' in browser.get(way).content.decode()
    asked = browser.get(f"{reverse('tasks:add')}?deadline=2026-11-30T12:00").content.decode()
    assert 'value="2026-11-30T12:00"' in asked
    assert browser.get(f"{reverse('tasks:add')}?deadline=завтра").status_code == 200
