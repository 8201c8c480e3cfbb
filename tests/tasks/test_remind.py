"""The clock says what is near or late, and reminds at the set moment: once, late marked so."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from company.deadlines import ringing
from core import clock
from core.errors import Refused
from core.models import OutgoingMessage
from tasks import actions
from tests import given

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def ring(at):
    with clock.at(at):
        ringing.warn_of_due()
        ringing.warn_of_due()


@pytest.fixture
def olga():
    return given.employee("manager", email="olga@naryad.example")


def reminders(person):
    return [line.text for line in person.notifications.filter(text__startswith="Напоминание")]


def test_at_the_moment_it_rings_and_a_letter_goes_once(director, olga):
    task = given.task(by=director, of=olga, title="Звонок", remind_at=clock.now() + HOUR)

    ring(task.remind_at - timedelta(minutes=1))
    assert reminders(olga) == []
    ring(task.remind_at + timedelta(minutes=1))

    assert reminders(olga) == ["Напоминание: Звонок"]
    letter = OutgoingMessage.objects.get()
    assert (letter.to, letter.subject) == ("olga@naryad.example", "Напоминание: Звонок")


def test_after_an_outage_it_comes_late_and_says_so(director, olga):
    task = given.task(by=director, of=olga, title="Звонок", remind_at=clock.now() + HOUR)

    ring(task.remind_at + 5 * HOUR)

    assert reminders(olga) == ["Напоминание: Звонок (пришло с опозданием)"]


def test_the_longest_title_fits_into_the_letter(director, olga):
    title = "очень " * 33
    task = given.task(by=director, of=olga, title=title.strip(), remind_at=clock.now() + HOUR)
    actions.edit(task, by=director, deadline=clock.now() + 9 * HOUR)

    ring(task.remind_at + 5 * HOUR)

    assert len(OutgoingMessage.objects.get().subject) == 250


def test_whoever_does_it_moves_the_reminder(director, olga, ilya):
    task = given.task(by=director, of=olga, remind_at=clock.now() + HOUR)
    later = clock.now() + 3 * HOUR

    actions.remind(task, by=olga, at=later)
    ring(later - HOUR)
    assert reminders(olga) == []
    ring(later)

    assert len(reminders(olga)) == 1
    with pytest.raises(PermissionDenied):
        actions.remind(task, by=ilya, at=later)
    with pytest.raises(Refused, match="позже"):
        actions.remind(task, by=olga, at=clock.now() - HOUR)


def test_done_it_reminds_of_nothing(director, olga):
    task = given.task(by=director, of=olga, in_days=1, remind_at=clock.now() + HOUR)

    actions.finish(task, by=olga)
    ring(clock.now() + timedelta(days=3))

    assert reminders(olga) == []
    assert not olga.notifications.filter(text__startswith="Срок").exists()


def test_near_the_deadline_the_assignee_hears_and_late_the_author_too(director, olga):
    task = given.task(by=director, of=olga, title="График", in_days=10)

    ring(task.deadline - timedelta(minutes=1))
    assert [line.text[:11] for line in olga.notifications.filter(text__startswith="Срок")] == [
        "Срок близко"
    ]
    assert not director.notifications.exists()
    ring(task.deadline + timedelta(minutes=1))

    assert director.notifications.get().text.startswith("Срок прошёл: График")
    assert olga.notifications.filter(text__startswith="Срок прошёл").count() == 1


def test_returned_with_a_new_deadline_it_is_watched_anew(director, olga):
    task = given.done_task(by=director, of=olga, in_days=3)
    later = clock.now() + timedelta(days=9)

    actions.return_for_rework(task, by=director, remark="Не то", deadline=later)
    ring(later + timedelta(minutes=1))

    assert olga.notifications.filter(text__startswith="Срок прошёл").count() == 1
