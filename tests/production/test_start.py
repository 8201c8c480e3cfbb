"""The steps of the workshop as its tablets send them."""

import pytest
from django.urls import reverse

from orders.work_orders.lifecycle import PositionStatus, Status
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def position():
    return given.order().positions.get()


def press(browser, step, position, **more):
    return browser.post(reverse(f"production:{step}", args=[position.pk]), **more)


def test_a_press_swaps_the_card_and_starts_the_order(login, htmx, position):
    answer = press(login(given.employee("worker")), "start", position, headers=htmx)

    position.refresh_from_db()
    assert position.status == PositionStatus.STARTED
    assert position.order.status == Status.IN_PRODUCTION
    card = answer.content.decode()
    assert f'id="position-{position.pk}"' in card
    assert reverse("production:finish", args=[position.pk]) in card


def test_without_scripts_the_page_of_the_position_follows(login, position):
    answer = press(login(given.employee("worker")), "start", position)

    assert answer.status_code == 302
    assert answer["Location"] == reverse("production:position", args=[position.pk])


def test_a_second_person_is_told_that_it_is_started_already(login, htmx, position):
    press(login(given.employee("worker")), "start", position, headers=htmx)

    answer = press(login(given.employee("worker")), "start", position, headers=htmx)

    assert answer.status_code == 409
    assert answer["HX-Retarget"] == "#refusal"
    assert position.steps.count() == 1


def test_finished_and_checked_pieces_make_the_order_wait_for_transport(login, htmx, position):
    foreman = login(given.employee("foreman"))

    for step in ("start", "finish", "check"):
        assert press(foreman, step, position, headers=htmx).status_code == 200

    position.order.refresh_from_db()
    assert position.order.status == Status.CHECKED


def test_a_worker_does_not_check(login, htmx, position):
    worker = login(given.employee("worker"))
    press(worker, "start", position)
    press(worker, "finish", position)

    assert press(worker, "check", position, headers=htmx).status_code == 403


def test_an_artist_looks_and_presses_nothing(login, position):
    assert press(login(given.employee("artist")), "start", position).status_code == 403


def test_a_stranger_finds_nothing_to_start(login, position):
    assert press(login(given.employee("marketing")), "start", position).status_code == 404
