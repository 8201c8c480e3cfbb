from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core import clock
from interactions import actions, worklist
from interactions.models import Interaction
from interactions.moments import moments
from tests import given

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=ZoneInfo("Europe/Moscow"))  # a Friday


@pytest.fixture(autouse=True)
def friday_noon():
    with clock.at(NOON):
        yield


def purposes(user):
    return {group.code: [call.purpose for call in group.calls] for group in worklist.groups(user)}


def test_calls_stand_by_the_firms_day():
    olga = given.employee()
    for hours, purpose in ((-13, "вчера"), (-1, "утром"), (11, "вечером"), (12, "завтра")):
        given.planned_call(by=olga, in_hours=hours, purpose=purpose)

    assert purposes(olga) == {
        "overdue": ["вчера"],
        "due_today": ["утром", "вечером"],
        "later": ["завтра"],
    }


def test_ones_own_calls_come_before_the_colleagues():
    olga, marina = given.employee(), given.employee()
    given.planned_call(by=marina, in_hours=-2, purpose="Марины")
    given.planned_call(by=olga, in_hours=-1, purpose="свой")

    assert purposes(olga)["due_today"] == ["свой", "Марины"]


def test_another_offices_calls_are_not_seen_except_ones_own():
    sokol = given.office("Офис на Соколе")
    olga = given.employee()
    given.planned_call(by=given.employee(office=sokol), purpose="чужой")
    passed_on = given.planned_call(by=given.employee(office=sokol), purpose="передан")
    Interaction.objects.filter(pk=passed_on.pk).update(responsible=olga)

    assert purposes(olga)["due_today"] == ["передан"]


def test_the_next_call_is_the_one_below():
    olga = given.employee()
    first, second = (given.planned_call(by=olga, in_hours=hours) for hours in (-2, -1))
    given.planned_call(by=olga, in_hours=24)
    shown = worklist.groups(olga)

    assert worklist.next_after(shown, first.pk) == second.pk
    assert worklist.next_after(shown, second.pk) is None


def test_named_moments_skip_the_evening_that_is_over_and_days_off():
    at = [moment.value for moment in moments()]
    assert at == ["2026-11-20T13:05", "2026-11-20T18:00", "2026-11-23T10:00"]

    with clock.at(NOON.replace(hour=17, minute=50)):
        assert [moment.value for moment in moments()] == ["2026-11-20T18:55", "2026-11-23T10:00"]


def test_the_page_opens_with_nothing_to_do_and_says_so(login):
    page = login(given.employee()).get(reverse("interactions:calls"))

    assert page.status_code == 200
    assert "empty-state" in page.content.decode()


def test_the_workshop_has_no_list_of_calls(login):
    assert login(given.employee("worker")).get(reverse("interactions:calls")).status_code == 403


def test_the_page_costs_the_same_with_one_call_and_with_twenty(login):
    olga = given.employee()
    browser = login(olga)

    def queries(name):
        with CaptureQueriesContext(connection) as seen:
            browser.get(reverse(name))
        return len(seen)

    given.planned_call(by=olga)
    pages = ["interactions:calls", "interactions:index", "today"]
    once = [queries(name) for name in pages]
    for number in range(19):
        of = given.client(f"Клиент {number}", f"8916000{number:04}")
        call = given.planned_call(of, by=olga)
        actions.hold(call, by=olga, result="not_reached")

    assert [queries(name) for name in pages] == once


def test_the_list_of_all_is_narrowed_by_client_channel_and_chip(login):
    olga = given.employee()
    call = given.planned_call(given.client("Мария", "8 912 345-67-89"), by=olga, in_hours=-30)
    given.planned_call(given.client("Пётр", "89160001122"), by=given.employee(), in_hours=48)
    browser = login(olga)

    def of(**query):
        answer = browser.get(reverse("interactions:index"), query)
        return [row["row"].client.name for row in answer.context["list"].body()]

    assert of() == ["Пётр", "Мария"]
    assert of(text="6789") == of(chip="overdue") == of(chip="mine") == ["Мария"]
    assert of(client=call.client_id) == ["Мария"]
    assert of(chip="later") == ["Пётр"]
    assert of(channel="visit") == of(chip="held") == []


def test_the_block_of_today_counts_what_is_due(login):
    olga = given.employee()
    given.planned_call(by=olga, in_hours=-30, purpose="Просроченный")
    given.planned_call(by=olga, in_hours=48, purpose="Послезавтра")

    page = login(olga).get(reverse("today")).content.decode()

    assert "Просроченный" in page
    assert "Послезавтра" not in page


def test_a_moment_later_than_midnight_is_tomorrows():
    olga = given.employee()
    with clock.at(NOON.replace(hour=23, minute=59)):
        given.planned_call(by=olga, in_hours=timedelta(minutes=2) / timedelta(hours=1))

        assert len(purposes(olga)["later"]) == 1
    with clock.at(NOON + timedelta(hours=12, minutes=2)):
        assert len(purposes(olga)["due_today"]) == 1
