"""An employee leaves: what was theirs to do goes to others, what they have done stays theirs."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.urls import reverse

from clients.models import Client
from company import actions, duties
from company.assignment import actions as assignment
from company.models import Assignment, Employee, Leaving
from core import clock, links, registry
from core.errors import Refused
from core.models import Changeset
from interactions.models import Interaction
from tasks.models import Task, TaskStep
from tests import given

pytestmark = pytest.mark.django_db
# What an employee has written or once received: it stays under their name.
AUTHORED = {
    "finished_by",
    "by",
    "asked_by",
    "answered_by",
    "instead_of",
    "added_by",
    "removed_by",
    "issued_by",
    "undone_by",
    "created_by",
    "noted_by",
    "held_by",
    "kept_by",
    "ticked_by",
    "opened_by",
    "closed_by",
    "debt_allowed_by",
    "drafted_by",
    "consented_by",
    "confirmed_by",
    "seen_by",
    "sent_by",
    "made_by",
    "settled_by",
    "found_by",
    "changed_by",
    "withdrawn_by",
}
OWN = {
    "clients.cardview.employee",  # who looked, as a log
    "company.absence.employee",
    "company.leaving.employee",
    "company.notification.recipient",
    "company.turn.last",
    "core.draft.employee",
    "core.homeview.employee",
    "core.savedview.employee",
    "sales.forecast.manager",  # what was planned and foreseen then
    "sales.planline.manager",
    "tasks.recurringtask.people",  # its table between is a duty
}


@pytest.fixture
def admin():
    return given.employee("director")


@pytest.fixture
def olga():
    return given.employee("director", last_name="Ольшанская")


@pytest.fixture
def vera():
    return given.employee("director", last_name="Верина")


def burden(person, boss):
    """Something of each kind that can wait for a person."""
    mary = given.client(by=person)
    given.ready_order(of=mary, by=person)
    made = given.order(of=mary, by=person)
    given.remark(made, by=boss, responsible=person)
    given.question(made.positions.first())
    given.invoice(made, by=person)
    given.planned_call(mary, by=person, remind_before=0)
    given.planned_call(mary, by=boss, participants=[person])
    given.series(mary, by=person)
    given.task(by=boss, of=person)
    given.task(by=person, of=boss)
    rule = given.recurring_task()
    rule.people.add(person)
    given.recurring_task("Полить цветы")
    type(rule).objects.filter(template__name="Полить цветы").update(author=person)
    given.answer_rule(employee=person)
    given.interest(mary, by=person)
    given.deal(mary, by=person)
    given.plan_remark(person, by=person)
    given.proposal(mary, by=person)
    given.segment(by=person, is_shared=True)
    given.absence(boss, person, days=3)
    return mary


def test_every_tie_to_an_employee_is_either_a_duty_or_their_own_words():
    duty = {(each.model, each.field) for each in registry.duties}
    undecided = [
        f"{entry.model._meta.label_lower}.{entry.field}"
        for entry in registry.hangs_on_employee
        if (entry.model, entry.field) not in duty and entry.field not in AUTHORED
    ]
    assert set(undecided) - OWN == set()


def test_nothing_stays_on_whoever_leaves(admin, olga, vera):
    burden(olga, admin)
    before = {held.duty.code for held in duties.held_by(olga)}

    actions.let_go(olga, by=admin, successors=dict.fromkeys(before, vera))

    assert before >= {duty.code for duty in registry.duties if duty.label} - {"transport"}
    for duty in registry.duties:
        assert not duties.of_person(duty, olga).exists(), duty.code


def test_what_was_written_stays_under_the_name(admin, olga, vera):
    mary = burden(olga, admin)
    codes = [held.duty.code for held in duties.held_by(olga)]

    actions.let_go(olga, by=admin, successors=dict.fromkeys(codes, vera))

    mary.refresh_from_db()
    assert (mary.responsible, mary.created_by) == (vera, olga)


def test_the_stories_say_from_whom_to_whom(admin, olga, vera):
    task = given.task(by=admin, of=olga)

    actions.let_go(olga, by=admin, successors={"tasks": vera})

    step = TaskStep.objects.filter(subject=task).last()
    assert step.note == f"{olga.short_name} → {vera.short_name}"
    assert olga.short_name in vera.notifications.get().text


def test_each_kind_may_have_its_own_successor(admin, olga, vera):
    mary, task = given.client(by=olga), given.task(by=admin, of=olga)

    actions.let_go(olga, by=admin, successors={"clients": vera, "tasks": admin})

    assert Client.objects.get(pk=mary.pk).responsible == vera
    assert Task.objects.get(pk=task.pk).assignee == admin


def test_a_department_gets_them_in_turn_and_the_absent_get_none(admin, olga):
    desk = given.department()
    first, second, away = (given.employee(department=desk) for _each in range(3))
    given.absence(away, first)
    for number in range(5):
        given.client(f"Клиент {number}", by=olga)

    actions.let_go(olga, by=admin, successors={"clients": desk})

    counts = [Client.objects.filter(responsible=each).count() for each in (first, second, away)]
    assert sorted(counts) == [0, 2, 3]
    assert counts[2] == 0


def test_without_a_successor_nobody_leaves(admin, olga):
    given.client(by=olga)

    with pytest.raises(Refused):
        actions.let_go(olga, by=admin)

    assert Employee.objects.get(pk=olga.pk).is_active
    assert not Changeset.objects.exists()


def test_who_may_not_see_clients_takes_none_over(admin, olga):
    given.client(by=olga)

    with pytest.raises(Refused):
        actions.let_go(olga, by=admin, successors={"clients": given.employee("worker")})


def test_pressed_twice_it_hands_over_once(login, admin, olga, vera):
    given.client(by=olga)
    page, url = login(admin), reverse("company:let_go", args=[olga.pk])

    for _press in range(2):
        answer = page.post(url, {"sure": "1", "everything": f"e{vera.pk}"})
        assert answer.status_code == 302

    assert Leaving.objects.count() == Changeset.objects.count() == 1
    assert vera.notifications.count() == 1


def test_secret_links_open_nothing_any_more(admin, olga):
    token = links.make(olga, purpose="calendar", by=olga)

    actions.let_go(olga, by=admin)

    assert links.opened(token, purpose="calendar") is None


def test_what_waited_for_the_answer_goes_back_to_who_gave_it(admin, olga):
    mary = given.client(by=admin)
    assignment.offer(mary, to=olga, by=admin, words="Возьмите клиента")

    actions.let_go(olga, by=given.employee("admin"))

    assert not Assignment.objects.offered().exists()
    assert admin.notifications.filter(key__endswith="given-back").exists()


def test_undone_everything_is_back_but_what_has_changed_since(admin, olga, vera):
    kept, moved = given.client("Первая", by=olga), given.client("Вторая", by=olga)
    call = given.planned_call(kept, by=olga, remind_before=0)
    actions.let_go(olga, by=admin, successors={"clients": vera, "interactions": vera})
    Client.objects.filter(pk=moved.pk).update(responsible=admin)

    password, back = actions.undo_leaving(olga, by=admin)

    olga.refresh_from_db()
    assert (olga.is_active, olga.check_password(password)) == (True, True)
    assert back.changeset.left_count == 1
    assert Client.objects.get(pk=kept.pk).responsible == olga
    assert Client.objects.get(pk=moved.pk).responsible == admin
    call.refresh_from_db()
    assert (call.responsible, call.reminders.get().employee) == (olga, olga)
    assert not call.steps.exists()


def test_after_thirty_days_it_is_final(admin, olga):
    actions.let_go(olga, by=admin)

    with clock.at(clock.now() + timedelta(days=31)), pytest.raises(Refused):
        actions.undo_leaving(olga, by=admin)


def test_the_page_says_what_is_on_the_employee(login, admin, olga, vera):
    given.client(by=olga)
    given.planned_call(given.client("Ещё одна", by=olga), by=olga)

    page = login(admin).get(reverse("company:let_go", args=[olga.pk])).content.decode()

    assert "Клиенты" in page
    assert vera.full_name in page


def test_a_kind_without_successor_is_asked_for_again(login, admin, olga):
    given.client(by=olga)

    answer = login(admin).post(reverse("company:let_go", args=[olga.pk]), {"sure": "1"})

    assert answer.status_code == 422
    assert "clients" in answer.context["form"].errors


def test_the_page_of_who_has_left_shows_what_came_since(login, admin, olga):
    actions.let_go(olga, by=admin)
    given.client(by=olga)

    page = login(admin).get(olga.get_absolute_url()).content.decode()

    assert reverse("company:let_go", args=[olga.pk]) in page
    assert reverse("company:undo_leaving", args=[olga.pk]) in page


def test_whoever_may_not_change_employees_lets_nobody_go(login, olga):
    answer = login(given.employee("manager")).post(reverse("company:let_go", args=[olga.pk]))

    assert answer.status_code == 403


@pytest.mark.django_db(transaction=True)
def test_a_call_planned_at_the_same_moment_does_not_stay_behind(admin, olga, vera):
    mary, start = given.client(by=olga), Barrier(2, timeout=5)
    call = given.planned_call(mary, by=olga)

    def plan():
        start.wait()
        Interaction.objects.filter(pk=call.pk).update(purpose="Ещё раз")
        connection.close()

    other = Thread(target=plan)
    other.start()
    start.wait()
    actions.let_go(olga, by=admin, successors={"clients": vera, "interactions": vera})
    other.join()

    call.refresh_from_db()
    assert (call.responsible, call.purpose) == (vera, "Ещё раз")
