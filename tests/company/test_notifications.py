"""The bell: rings once per person and happening, costs nearly nothing to ask."""

import pytest
from django.urls import reverse

from company import notifications
from core import clock
from tests import given

pytestmark = pytest.mark.django_db


def ring(person, key="ready-1", **fields):
    fields = {"text": "Заказ 2026-000001 готов", "url": reverse("core:jobs"), **fields}
    notifications.notify([person], key=key, **fields)


def test_the_same_happening_rings_once():
    olga = given.employee()

    ring(olga)
    ring(olga)

    assert olga.notifications.count() == 1


def test_people_who_left_hear_nothing():
    gone = given.employee(is_active=False)

    ring(gone)

    assert gone.notifications.count() == 0


@pytest.mark.parametrize(("rung", "shown"), [(0, ""), (3, "3"), (9, "9"), (12, "9+")])
def test_the_bell_counts_up_to_nine(login, rung, shown):
    olga = given.employee()
    for number in range(rung):
        ring(olga, f"ready-{number}")

    answer = login(olga).get(reverse("company:bell")).content.decode()

    assert (f"</span>{shown}</span>" in answer) if shown else answer.strip() == ""


def test_a_poll_is_one_query_beside_the_login(login, django_assert_num_queries):
    olga = given.employee()
    ring(olga)
    page = login(olga)

    with django_assert_num_queries(3):
        page.get(reverse("company:bell"))


def test_opening_a_line_marks_it_read_and_leads_there(login):
    olga = given.employee()
    ring(olga)
    line = olga.notifications.get()

    answer = login(olga).post(reverse("company:open_notification", args=[line.pk]))

    assert answer["Location"] == reverse("core:jobs")
    assert olga.notifications.unread().count() == 0


def test_a_line_never_leads_outside(login):
    olga = given.employee()
    ring(olga, url="https://evil.example/")

    answer = login(olga).post(
        reverse("company:open_notification", args=[olga.notifications.get().pk])
    )

    assert answer["Location"] == reverse("company:notifications")


def test_somebody_elses_line_does_not_exist(login):
    olga, vera = given.employee(), given.employee()
    ring(olga)

    answer = login(vera).post(
        reverse("company:open_notification", args=[olga.notifications.get().pk])
    )

    assert answer.status_code == 404
    assert olga.notifications.unread().count() == 1


def test_all_are_read_at_once(login):
    olga = given.employee()
    ring(olga, "one")
    ring(olga, "two")

    login(olga).post(reverse("company:read_notifications"))

    assert olga.notifications.unread().count() == 0


def test_old_read_lines_are_forgotten_and_unread_ones_kept(time_machine):
    time_machine.move_to("2026-01-10 12:00+03:00")
    olga = given.employee()
    ring(olga, "read")
    notifications.read_all(olga)
    ring(olga, "unread")

    time_machine.move_to("2026-06-10 12:00+03:00")
    notifications.forget_old()

    assert [line.key for line in olga.notifications.all()] == ["unread"]
    assert clock.today().month == 6
