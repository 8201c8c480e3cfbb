"""One login for the workshop's tablet: each step asks who takes it, by name and PIN."""

from datetime import timedelta

import pytest
from django.urls import reverse

from company import actions as company
from company import pins
from core import clock
from core.errors import Refused
from orders import actions as orders
from orders.work_orders.lifecycle import PositionStatus
from production.models import Question
from tests import given

pytestmark = pytest.mark.django_db
QUEUE = reverse("production:queue")
PIN = "2580"


@pytest.fixture
def tablet(login):
    shared = given.employee("tablet", may=["orders.view_shop_position", "company.use_tablet"])
    return login(shared)


@pytest.fixture
def chernov():
    return with_pin("worker", "Чернов")


@pytest.fixture
def piece():
    return given.order().positions.get()


def with_pin(role, last_name, pin=PIN):
    person = given.employee(role, last_name=last_name)
    company.set_pin(person, pin, by=person)
    person.refresh_from_db()
    return person


def press(browser, step, piece, **typed):
    return browser.post(reverse(f"production:{step}", args=[piece.pk]), typed)


def test_the_step_is_taken_by_whose_pin_it_is(tablet, chernov, piece):
    press(tablet, "start", piece, worker=chernov.pk, pin=PIN)

    piece.refresh_from_db()
    assert piece.status == PositionStatus.STARTED
    assert piece.steps.get().by == chernov


def test_without_a_name_or_with_a_wrong_pin_nothing_happens(tablet, htmx, chernov, piece):
    for typed in ({}, {"worker": chernov.pk, "pin": "0852"}, {"worker": chernov.pk}):
        answer = tablet.post(reverse("production:start", args=[piece.pk]), typed, headers=htmx)
        assert (answer.status_code, answer["HX-Retarget"]) == (422, "#shop-dialog-form")

    piece.refresh_from_db()
    assert piece.status == PositionStatus.WAITING


def test_the_card_leads_to_the_question_who(tablet, chernov, piece):
    zimin = with_pin("foreman", "Зимин")
    address = reverse("production:who", args=[piece.pk, "start"])

    assert address in tablet.get(QUEUE).content.decode()
    page = tablet.get(address).content.decode()
    for name in (chernov.short_name, zimin.short_name):
        assert name in page, name


def test_only_those_who_may_take_the_step_are_named(tablet, chernov, piece):
    zimin = with_pin("foreman", "Зимин")
    no_pin = given.employee("foreman", last_name="Беспинов")

    page = tablet.get(reverse("production:who", args=[piece.pk, "check"])).content.decode()

    assert zimin.short_name in page
    assert chernov.short_name not in page
    assert no_pin.short_name not in page


def test_a_worker_does_not_check_with_their_own_pin(tablet, chernov, piece):
    orders.finish(orders.start(piece, by=chernov), by=chernov)

    answer = press(tablet, "check", piece, worker=chernov.pk, pin=PIN)

    piece.refresh_from_db()
    assert (answer.status_code, piece.status) == (422, PositionStatus.FINISHED)


def test_a_defect_and_a_question_carry_the_workers_name(tablet, chernov, piece):
    zimin = with_pin("foreman", "Зимин")
    orders.finish(orders.start(piece, by=chernov), by=chernov)

    press(tablet, "ask", piece, text="Какая сторона верх?", worker=chernov.pk, pin=PIN)
    press(tablet, "send_back", piece, note="Скол", worker=zimin.pk, pin=PIN)

    assert Question.objects.get().asked_by == chernov
    assert piece.defects.get().found_by == zimin


def test_the_last_name_is_chosen_already(tablet, chernov, piece):
    press(tablet, "start", piece, worker=chernov.pk, pin=PIN)

    page = tablet.get(reverse("production:who", args=[piece.pk, "finish"])).content.decode()

    assert f'value="{chernov.pk}"' in page
    assert "checked" in page


def test_guessing_is_slow(chernov):
    for _ in range(pins.TRIES):
        with pytest.raises(Refused):
            pins.check(chernov, "9999")

    with pytest.raises(Refused):
        pins.check(chernov, PIN)
    with clock.at(clock.now() + pins.PAUSE + timedelta(seconds=1)):
        pins.check(chernov, PIN)


def test_the_right_pin_forgives_what_was_mistyped(chernov):
    for _ in range(3):
        for _ in range(pins.TRIES - 1):
            with pytest.raises(Refused):
                pins.check(chernov, "9999")
        pins.check(chernov, PIN)


@pytest.mark.parametrize("weak", ["123", "1234567", "12a4", "1111", "1234", "987654"])
def test_a_weak_pin_is_refused(weak):
    worker = given.employee("worker")

    with pytest.raises(Refused):
        company.set_pin(worker, weak, by=worker)


def test_a_worker_sets_it_on_their_own_page(login):
    worker = given.employee("worker")
    browser = login(worker)

    browser.post(reverse("company:set_pin", args=[worker.pk]), {"pin": PIN})

    worker.refresh_from_db()
    assert PIN not in worker.pin
    pins.check(worker, PIN)
    assert "ПИН-код" in browser.get(reverse("company:profile")).content.decode()


def test_a_colleague_does_not_set_it(login):
    worker, other = given.employee("worker"), given.employee("worker")

    answer = login(other).post(reverse("company:set_pin", args=[worker.pk]), {"pin": PIN})

    assert answer.status_code == 403


def test_nobody_gives_a_pin_to_those_above(login):
    admin, director = given.employee("admin"), given.employee("director")
    own_rights = given.role("keys", rights=["company.change_employee", "company.view_employee"])
    admin.role = own_rights
    admin.save()

    answer = login(admin).post(reverse("company:set_pin", args=[director.pk]), {"pin": PIN})

    assert answer.status_code == 409


def test_on_an_ordinary_login_nobody_is_asked(login, piece):
    worker = given.employee("worker")
    browser = login(worker)

    press(browser, "start", piece)

    assert piece.steps.get().by == worker
    assert browser.get(reverse("production:who", args=[piece.pk, "start"])).status_code == 403
