"""Logging in: slowly for guessers, for a working day, and not kept alive by the bell."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from core import clock
from tests import given

pytestmark = pytest.mark.django_db
LIMIT = 10


def enter(client, username, password=given.PASSWORD):
    return client.post(reverse("login"), {"username": username, "password": password})


def test_an_employee_enters_and_leaves(client):
    olga = given.employee(username="olga")

    assert enter(client, "olga").status_code == 302
    assert client.get(reverse("company:profile")).status_code == 200
    client.post(reverse("logout"))

    assert client.get(reverse("company:profile")).status_code == 302
    olga.refresh_from_db()
    assert olga.last_login


def test_whoever_has_left_does_not_enter(client):
    given.employee(username="olga", is_active=False)

    assert enter(client, "olga").status_code == 200
    assert client.get(reverse("company:profile")).status_code == 302


def test_a_guesser_is_told_to_wait_and_the_right_password_does_not_help_then(client):
    given.employee(username="olga")

    answers = [enter(client, "olga", f"guess-{number}").status_code for number in range(LIMIT)]

    assert answers[-1] == 429
    assert enter(client, "olga").status_code == 429


def test_others_enter_while_one_login_is_guessed(client):
    given.employee(username="olga")
    given.employee(username="vera")
    for number in range(LIMIT):
        enter(client, "olga", f"guess-{number}")

    assert enter(client, "vera").status_code == 302


def test_a_quarter_of_an_hour_later_the_right_password_helps_again(client, time_machine):
    time_machine.move_to("2026-11-23 12:00+03:00")
    given.employee(username="olga")
    for number in range(LIMIT):
        enter(client, "olga", f"guess-{number}")

    time_machine.move_to("2026-11-23 12:16+03:00")

    assert enter(client, "olga").status_code == 302


def test_a_login_lasts_a_working_day_and_the_bell_does_not_prolong_it(client, time_machine):
    time_machine.move_to("2026-11-23 08:00+03:00", tick=False)
    given.employee(username="olga")
    enter(client, "olga")
    ends = Session.objects.get().expire_date
    assert ends - clock.now() == timedelta(hours=12)

    time_machine.move_to("2026-11-23 19:59+03:00")
    assert client.get(reverse("company:bell")).status_code == 200
    assert client.get(reverse("company:profile")).status_code == 200
    assert Session.objects.get().expire_date == ends

    time_machine.move_to("2026-11-23 20:01+03:00")
    assert client.get(reverse("company:profile")).status_code == 302


def test_an_ended_login_sends_the_whole_page_to_the_login_form(client, htmx):
    answer = client.get(reverse("company:bell"), headers=htmx)

    assert answer["HX-Redirect"].startswith(reverse("login"))


def test_logging_in_changes_the_session_key(client):
    given.employee(username="olga")
    client.get(reverse("login"))
    before = client.session.session_key

    enter(client, "olga")

    assert client.session.session_key != before


def test_the_way_back_never_leads_outside(client):
    given.employee(username="olga")

    answer = client.post(
        f"{reverse('login')}?next=https://evil.example/",
        {"username": "olga", "password": given.PASSWORD},
    )

    assert "evil" not in answer["Location"]


@pytest.mark.parametrize("username", ["ol\x00ga", "x" * 5000, "", "' OR 1=1 --"])
def test_nonsense_as_a_login_is_just_wrong(client, username):
    assert enter(client, username).status_code in {200, 429}
