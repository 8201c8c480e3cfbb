"""Letters are rows first and leave from the row: never lost, never twice by themselves."""

import os
import signal
import subprocess
import sys
from datetime import timedelta

import pytest
from django.conf import settings as project
from django.urls import reverse

from core import clock, jobs, outbox
from core.errors import Refused
from core.models import Installation, OutgoingMessage
from tests import given
from tests.outside import environment

State = OutgoingMessage.State
pytestmark = pytest.mark.django_db


@pytest.fixture
def post(post, settings):
    settings.EMAIL_TIMEOUT = 2  # some tests wait until it is over
    return post


@pytest.fixture
def mariya():
    return given.client("Мария Светлова", by=given.employee("director"))


def letter_to(client, key="ready-1"):
    return outbox.write(
        client,
        key=key,
        to="mariya@example.ru",
        subject="Заказ готов",
        body="Приходите за зеркалом.",
        by=client.responsible,
    )


def test_a_letter_leaves_after_the_transaction(post, mariya, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        letter = letter_to(mariya)
        assert post.letters == []

    letter.refresh_from_db()
    assert letter.state == State.SENT
    assert [taken["Subject"] for taken in post.letters] == ["Заказ готов"]
    assert "Приходите за зеркалом." in post.letters[0].get_content()


def test_the_same_happening_writes_one_letter(mariya):
    first, second = letter_to(mariya), letter_to(mariya)

    assert first == second


def test_a_letter_once_sent_is_not_sent_again_by_a_second_task(post, mariya):
    letter = letter_to(mariya)

    outbox.send(letter.pk)
    outbox.send(letter.pk)
    jobs.send_waiting_letters()

    assert len(post.letters) == 1


def test_without_a_mail_server_a_letter_waits_and_can_be_read(
    login, mariya, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        letter = letter_to(mariya)
    jobs.send_waiting_letters()

    page = login(mariya.responsible).get(letter.get_absolute_url())

    letter.refresh_from_db()
    assert letter.state == State.WAITING
    assert "Приходите за зеркалом." in page.content.decode()


def test_the_demo_never_sends(post, mariya, django_capture_on_commit_callbacks):
    Installation.mark_demo(clock.now())

    with django_capture_on_commit_callbacks(execute=True):
        letter = letter_to(mariya)
    jobs.send_waiting_letters()

    letter.refresh_from_db()
    assert (letter.state, post.letters) == (State.WAITING, [])


def test_a_server_that_is_down_is_asked_again_later(post, mariya, settings, time_machine):
    time_machine.move_to("2026-11-23 12:00+03:00")
    letter = letter_to(mariya)
    settings.EMAIL_PORT = 1
    jobs.send_waiting_letters()
    letter.refresh_from_db()
    assert (letter.state, letter.attempts) == (State.WAITING, 1)

    settings.EMAIL_PORT = post.port
    jobs.send_waiting_letters()
    assert post.letters == []
    time_machine.move_to("2026-11-23 12:03+03:00")
    jobs.send_waiting_letters()

    letter.refresh_from_db()
    assert (letter.state, len(post.letters)) == (State.SENT, 1)


def test_a_busy_mailbox_is_tried_again_and_a_wrong_one_is_not(post, mariya):
    busy, wrong = letter_to(mariya, "busy"), letter_to(mariya, "wrong")

    post.answers["RCPT"] = "451 try later"
    outbox.send(busy.pk)
    post.answers["RCPT"] = "550 no such user"
    outbox.send(wrong.pk)

    busy.refresh_from_db()
    wrong.refresh_from_db()
    assert (busy.state, wrong.state) == (State.WAITING, State.FAILED)
    assert "no such user" in wrong.error
    assert mariya.responsible.notifications.count() == 1


def test_after_eight_tries_a_letter_is_given_up(post, mariya, time_machine):
    letter = letter_to(mariya)
    post.answers["MAIL"] = "421 too busy"

    for day in range(1, 10):
        time_machine.move_to(f"2027-01-{day:02} 12:00+03:00")
        jobs.send_waiting_letters()

    letter.refresh_from_db()
    assert (letter.state, letter.attempts) == (State.FAILED, outbox.MAX_ATTEMPTS)


def test_a_server_that_breaks_off_after_the_text_leaves_the_letter_unknown(post, mariya):
    letter = letter_to(mariya)
    post.silent_after_data = True

    outbox.send(letter.pk)
    jobs.send_waiting_letters()

    letter.refresh_from_db()
    assert (letter.state, len(post.letters)) == (State.SENDING, 1)


def test_a_person_sends_an_unknown_letter_again(post, mariya, login, time_machine):
    time_machine.move_to("2026-11-23 12:00+03:00")
    letter = letter_to(mariya)
    post.silent_after_data = True
    outbox.send(letter.pk)
    page, url = login(mariya.responsible), reverse("core:send_again", args=[letter.pk])
    assert page.post(url).status_code == 409

    time_machine.move_to("2026-11-23 12:06+03:00")
    post.silent_after_data = False
    page.post(url)
    jobs.send_waiting_letters()

    letter.refresh_from_db()
    assert (letter.state, len(post.letters)) == (State.SENT, 2)


def test_a_letter_that_was_sent_is_not_sent_again_by_hand(post, mariya):
    letter = letter_to(mariya)
    outbox.send(letter.pk)
    letter.refresh_from_db()

    with pytest.raises(Refused):
        outbox.send_again(letter, by=mariya.responsible)


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_while_sending_leaves_the_letter_unknown(
    post, mariya, settings, time_machine
):
    settings.EMAIL_URL = ""  # so that it waits for the other process
    letter = letter_to(mariya)
    post.silent_after_data = True
    sending = f"import crm; from core import outbox; outbox.send({letter.pk})"
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "shell", "-c", sending],
        cwd=project.BASE_DIR,
        env=environment(EMAIL_URL=f"smtp://127.0.0.1:{post.port}"),
    )
    assert post.taken.wait(30)
    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()
    post.silent_after_data = False
    post.hold.set()
    settings.EMAIL_URL = "smtp://127.0.0.1"

    time_machine.move_to(clock.now() + timedelta(minutes=10))
    jobs.send_waiting_letters()
    jobs.send_waiting_letters()

    letter.refresh_from_db()
    assert (letter.state, len(post.letters)) == (State.SENDING, 1)
    assert mariya.responsible.notifications.count() == 1


def test_a_letter_about_what_one_may_not_see_does_not_exist(login, mariya):
    letter = letter_to(mariya)
    blind = given.employee("blind", may=["core.view_outgoingmessage"])
    page = login(blind)

    assert page.get(letter.get_absolute_url()).status_code == 404
    assert "mariya@example.ru" not in page.get(reverse("core:letters")).content.decode()


def test_twenty_letters_cost_as_many_queries_as_one(login, mariya, django_assert_num_queries):
    page = login(mariya.responsible)
    letter_to(mariya)
    with django_assert_num_queries(5):
        page.get(reverse("core:letters"))
    for number in range(19):
        letter_to(mariya, f"other-{number}")

    with django_assert_num_queries(5):
        assert "mariya@example.ru" in page.get(reverse("core:letters")).content.decode()
