"""Somebody leaves who has more than one request can hand over: piece by piece, in the worker."""

from datetime import timedelta

import pytest
from django.urls import reverse

from clients.models import Client
from company import actions, duties, leaving
from company.actions import leaving as verbs
from company.models import Employee, Leaving
from core import clock, jobs, undoing
from core.errors import Refused
from core.models import Job
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def few(monkeypatch):
    """As if five rows were very many."""
    monkeypatch.setattr(verbs, "AT_ONCE", 1)
    monkeypatch.setattr(leaving, "PIECE", 2)
    monkeypatch.setattr(undoing, "AT_ONCE", 1)
    monkeypatch.setattr(undoing.changesets, "CHUNK", 2)


@pytest.fixture
def admin():
    return given.employee("director")


@pytest.fixture
def olga():
    olga = given.employee("director", last_name="Ольшанская")
    for number in range(4):
        given.client(f"Клиент {number}", by=olga)
    given.planned_call(Client.objects.first(), by=olga)
    return olga


@pytest.fixture
def vera():
    return given.employee("director", last_name="Верина")


def let_go(olga, admin, to):
    codes = [held.duty.code for held in duties.held_by(olga)]
    return actions.let_go(olga, by=admin, successors=dict.fromkeys(codes, to))


def work():
    jobs.run_job(Job.objects.latest("pk").pk)


def of(person):
    return Client.objects.filter(responsible=person).count()


def test_the_account_is_closed_at_once_and_the_rest_follows(admin, olga, vera):
    let_go(olga, admin, vera)

    assert not Employee.objects.get(pk=olga.pk).is_active
    assert of(olga) == 4

    work()

    found = Leaving.objects.get()
    assert (found.handed, found.total) == (5, 5)
    assert duties.held_by(olga) == []
    assert "клиенты – 4" in vera.notifications.get(key__startswith="leaving").text


def test_a_killed_worker_goes_on_with_the_rest(admin, olga, vera):
    found = let_go(olga, admin, vera)
    leaving.write_piece(found)  # the worker did one piece and was killed
    assert (of(olga), of(vera)) == (2, 2)
    Job.objects.update(state=Job.State.RUNNING, touched_at=clock.now() - timedelta(minutes=5))

    jobs.resume_lost_jobs()

    assert duties.held_by(olga) == []
    assert found.changeset.rows.filter(model="clients.client").count() == 4
    assert vera.notifications.filter(key__startswith="leaving").count() == 1


def test_while_it_runs_it_is_neither_begun_again_nor_taken_back(admin, olga, vera):
    let_go(olga, admin, vera)

    assert let_go(olga, admin, admin) is None
    with pytest.raises(Refused):
        actions.undo_leaving(olga, by=admin)
    assert Job.objects.count() == 1


def test_stopped_it_goes_on_to_somebody_else_and_is_undone_as_one(admin, olga, vera):
    found = let_go(olga, admin, vera)
    leaving.write_piece(found)
    Job.objects.update(state=Job.State.STOPPED)

    let_go(olga, admin, admin)
    work()
    assert (of(olga), of(vera), of(admin)) == (0, 2, 2)

    actions.undo_leaving(olga, by=admin)
    work()
    assert of(olga) == 4
    assert Leaving.objects.count() == 1


def test_what_came_after_the_question_goes_along(admin, olga, vera):
    let_go(olga, admin, vera)
    given.task(by=admin, of=olga)

    work()

    assert duties.held_by(olga) == []


def test_a_successor_who_leaves_meanwhile_stops_it_in_words(login, admin, olga, vera):
    let_go(olga, admin, vera)
    Employee.objects.filter(pk=vera.pk).update(is_active=False)

    work()

    assert of(olga) == 4
    page = login(admin).get(olga.get_absolute_url()).content.decode()
    assert Job.objects.get().error in page
    assert reverse("company:let_go", args=[olga.pk]) in page


def test_who_is_taken_back_meanwhile_keeps_the_rest(admin, olga, vera):
    found = let_go(olga, admin, vera)
    leaving.write_piece(found)

    actions.take_back(Employee.objects.get(pk=olga.pk), by=admin)
    work()

    assert (of(olga), of(vera)) == (2, 2)


def test_the_undoing_goes_on_where_it_was_killed(admin, olga, vera):
    let_go(olga, admin, vera)
    work()
    password, back = actions.undo_leaving(olga, by=admin)
    assert Employee.objects.get(pk=olga.pk).check_password(password)
    undoing.undo_piece(back.changeset_id)
    assert of(olga) < 4
    Job.objects.update(state=Job.State.STOPPED)

    again, back = actions.undo_leaving(olga, by=admin)
    work()

    assert (again, of(olga)) == ("", 4)
    assert Employee.objects.get(pk=olga.pk).check_password(password)


def test_the_page_shows_how_far_it_is(login, admin, olga, vera):
    found = let_go(olga, admin, vera)
    leaving.write_piece(found)
    Job.objects.update(state=Job.State.RUNNING, done=2, total=5)

    page = login(admin).get(olga.get_absolute_url()).content.decode()

    assert "2 из 5" in page
    assert "data-poll" in page
    assert "Ещё на сотруднике" not in page
