"""Reminders ring under the bell and by e-mail: once each, and late rather than never."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from core import clock
from core.errors import Refused
from core.models import OutgoingMessage
from interactions import actions
from interactions.actions import reminders
from interactions.actions.reminders import ring_due
from interactions.jobs import ring_reminders
from interactions.models import Interaction
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def olga():
    return given.employee(email="olga@firm.ru")


def reminded(olga, minutes=10, in_hours=2):
    return given.planned_call(by=olga, in_hours=in_hours, remind_before=minutes)


def rings(person):
    return list(person.notifications.filter(key__startswith="reminder:"))


def at_the_time_of(call, minutes=10, late=timedelta(0)):
    return clock.at(call.planned_at - timedelta(minutes=minutes) + late)


def test_it_rings_at_its_time_with_client_and_purpose(olga):
    call = reminded(olga)
    assert ring_due() == 0

    with at_the_time_of(call):
        ring_reminders()

    (ring,) = rings(olga)
    assert call.client.name in ring.text
    assert call.purpose in ring.text
    assert ring.url == call.get_absolute_url()


def test_a_letter_says_the_same_with_the_number_to_call(olga):
    call = reminded(olga)

    with at_the_time_of(call):
        ring_due()

    letter = OutgoingMessage.objects.get(to="olga@firm.ru")
    assert call.purpose in letter.body
    assert str(call.client.phones.get()) in letter.body
    assert not Interaction.objects.filter(letter=letter).exists(), "a colleague is no client"


def test_without_an_address_only_the_bell_rings():
    marina = given.employee()
    call = reminded(marina)

    with at_the_time_of(call):
        ring_due()

    assert len(rings(marina)) == 1
    assert not OutgoingMessage.objects.exists()


def test_a_second_sweep_rings_nothing(olga):
    with at_the_time_of(reminded(olga)):
        assert (ring_due(), ring_due()) == (1, 0)

    assert len(rings(olga)) == 1


def test_while_the_worker_was_away_none_is_lost_and_each_says_that_it_is_late(olga):
    call = reminded(olga)

    with at_the_time_of(call, late=timedelta(hours=5)):
        ring_due()

    in_time = given.planned_call(given.client("Пётр"), by=olga, in_hours=3, remind_before=0)
    with at_the_time_of(in_time, minutes=0):
        ring_due()
    late, punctual = sorted(rings(olga), key=lambda ring: ring.pk)
    assert late.text.startswith("С опозданием") or late.text.startswith("Late")
    assert punctual.text[0].isdigit()


def test_one_that_fails_keeps_no_other_from_ringing_and_rings_later(olga, monkeypatch):
    first, second = reminded(olga), reminded(olga)
    told = reminders._tell

    def fails_for_the_first(reminder):
        if reminder.interaction == first:
            raise ValueError("no words")
        told(reminder)

    with at_the_time_of(second, late=timedelta(seconds=1)):
        with monkeypatch.context() as broken:
            broken.setattr(reminders, "_tell", fails_for_the_first)
            assert ring_due() == 1
        assert ring_due() == 1

    assert {ring.url for ring in rings(olga)} == {
        first.get_absolute_url(),
        second.get_absolute_url(),
    }


def test_what_is_settled_reminds_nobody(olga):
    call = reminded(olga)
    actions.hold(call, by=olga, result="reached")

    with at_the_time_of(call):
        assert ring_due() == 0


def test_called_again_it_rings_before_the_new_moment(olga):
    call, friday = reminded(olga), clock.now() + timedelta(days=3)
    actions.hold(call, by=olga, result="again", again_at=friday)

    assert call.reminders.get().at == friday - timedelta(minutes=10)


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_ring_once(olga):
    call = reminded(olga)
    with at_the_time_of(call, late=timedelta(seconds=1)) as moment:
        both = Barrier(2)
        rang = []

        def sweep():
            try:
                with clock.at(moment):
                    both.wait()
                    rang.append(ring_due())
            finally:
                connection.close()

        workers = [Thread(target=sweep) for _ in range(2)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()

    assert sorted(rang) == [0, 1]
    assert (len(rings(olga)), OutgoingMessage.objects.count()) == (1, 1)


def test_put_off_it_rings_again(login, olga):
    call = reminded(olga)
    with at_the_time_of(call):
        ring_due()
        later = timezone.localtime(clock.now() + timedelta(minutes=10))
        answer = login(olga).post(
            reverse("interactions:snooze", args=[call.pk]),
            {"until": f"{later:%Y-%m-%dT%H:%M}"},
        )
        assert answer.url == call.get_absolute_url()
        assert ring_due() == 0

    with at_the_time_of(call, late=timedelta(minutes=10)):
        assert ring_due() == 1
    assert len(rings(olga)) == 2


def test_anothers_reminder_is_not_put_off(login, olga):
    call, marina = reminded(olga), given.employee()
    reminder = call.reminders.get()

    with pytest.raises(PermissionDenied):
        actions.snooze(reminder, by=marina, until=clock.now() + timedelta(hours=1))
    answer = login(marina).post(reverse("interactions:snooze", args=[call.pk]), {})
    assert answer.status_code == 404


def test_one_sets_ones_own_and_takes_it_back(login, olga):
    call = given.planned_call(by=olga, in_hours=30)
    url = reverse("interactions:remind", args=[call.pk])

    login(olga).post(url, {"remind_before": "60"})
    assert call.reminders.get().at == call.planned_at - timedelta(hours=1)
    login(olga).post(url, {"remind_before": ""})
    assert not call.reminders.exists()


def test_a_moment_that_has_passed_is_refused(olga):
    with pytest.raises(Refused):
        actions.remind(given.planned_call(by=olga), by=olga, minutes_before=1440)


def test_without_the_right_nothing_is_set():
    looker = given.employee(may=["interactions.view_interaction"])

    with pytest.raises(PermissionDenied):
        actions.remind(given.planned_call(), by=looker, minutes_before=0)
