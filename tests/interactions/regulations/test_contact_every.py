"""A contact at least every so many days: who is to be called, each once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clients.models import Client
from core import clock, outbox
from interactions.lifecycle import Status
from interactions.models import ContactDue
from interactions.regulations.planning import plan_due
from interactions.worklist import groups
from tests import given
from tests.interactions.regulations.days import (
    DAY,
    WEDNESDAY,
    calls,
    later,
    moment,
    registered,
    spoken_to,
)

pytestmark = pytest.mark.django_db


def test_a_client_who_was_not_spoken_to_for_so_long_is_to_be_called(olga):
    maria = registered(40, by=olga)
    given.regulation(purpose="Узнать о новых заказах")

    assert plan_due() == 1

    call = calls().get()
    assert (call.client, call.responsible, call.status) == (maria, olga, Status.PLANNED)
    assert call.purpose == "Узнать о новых заказах"
    assert groups(olga)[1].calls == [call]


@pytest.mark.parametrize("days_ago", [0, 1, 29])
def test_who_was_spoken_to_in_time_is_left_in_peace(olga, days_ago):
    spoken_to(registered(40, by=olga), by=olga, days_ago=days_ago)
    given.regulation()

    assert plan_due() == 0


def test_on_the_last_day_the_call_is_due(olga):
    spoken_to(registered(90, by=olga), by=olga, days_ago=30)
    given.regulation(since_days_ago=5)

    plan_due()

    assert ContactDue.objects.get().due_on == WEDNESDAY


def test_the_copy_of_a_letter_is_no_contact(olga):
    maria = registered(40, by=olga)
    outbox.write(maria, key="x", to="maria@mail.ru", subject="Заказ", body="Готов", by=olga)
    given.regulation()

    assert maria.interactions.held().count() == 1

    assert plan_due() == 1


def test_who_is_to_be_called_today_anyway_is_not_called_twice(olga):
    maria = registered(40, by=olga)
    given.planned_call(maria, by=olga, in_hours=1)
    given.regulation()

    assert plan_due() == 0


def test_twice_late_or_after_two_days_of_silence_it_is_one_call(olga):
    registered(29, by=olga)
    given.regulation()
    plan_due()
    assert calls().count() == 0

    with later(3):  # nothing ran meanwhile
        plan_due()
        plan_due()
    with later(4):
        plan_due()

    assert calls().count() == 1
    assert ContactDue.objects.get().due_on == WEDNESDAY + DAY


def test_a_night_that_broke_off_is_finished_by_the_next(olga):
    maria = registered(40, by=olga)
    regulation = given.regulation()
    ContactDue.objects.create(
        regulation=regulation,
        client=maria,
        due_on=WEDNESDAY,
        occasion_on=WEDNESDAY - 40 * DAY,
        planned_on=WEDNESDAY,
        begins_at=clock.midnight(WEDNESDAY),
        ends_at=clock.midnight(WEDNESDAY + DAY),
    )

    plan_due()

    assert ContactDue.objects.get().call == calls().get()


def test_what_is_due_on_a_free_day_is_done_on_the_next_working_day(olga):
    registered(33, by=olga)
    saturday = WEDNESDAY + 3 * DAY
    given.regulation(days=36)

    with clock.at(moment(saturday, 5)):
        plan_due()

    due_row = ContactDue.objects.get()
    assert (due_row.due_on, due_row.planned_on) == (saturday, saturday + 2 * DAY)
    assert due_row.call.planned_at == moment(saturday + 2 * DAY, 10)


def test_the_regulation_of_a_segment_counts_instead_of_that_of_all(olga):
    registered(40, "Мария Светлова", by=olga)
    registered(40, "Пётр Ильин", "8 916 000-11-22", by=olga)
    vip = given.segment(given.condition("name", "contains", "Мария"), is_shared=True)
    given.regulation(days=30)
    given.regulation(name="ВИП", days=90, segment=vip)

    plan_due()

    assert [call.client.name for call in calls()] == ["Пётр Ильин"]


def test_of_two_segments_the_smaller_one_counts(olga):
    maria = registered(40, "Мария Светлова", by=olga)
    registered(40, "Мария Ильина", "8 916 000-11-22", by=olga)
    marias = given.segment(given.condition("name", "contains", "Мария"), name="Марии")
    one = given.segment(given.condition("name", "contains", "Светлова"), name="Светлова")
    given.regulation(name="Марии", days=90, segment=marias)
    given.regulation(name="Светлова", days=30, segment=one)

    plan_due()

    assert [call.client for call in calls()] == [maria]


def test_however_many_are_due_each_piece_costs_the_same(olga):
    given.regulation()

    def queries(count):
        begun = Client.objects.count()
        for number in range(count):
            registered(40, f"Клиент {begun + number}", f"8 916 {begun + number:07}", by=olga)
        with CaptureQueriesContext(connection) as seen:
            plan_due()
        return len(seen)

    assert queries(20) == queries(2)
