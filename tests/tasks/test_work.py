"""What whoever is asked does: sees, begins, finishes, declines, passes on."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from company.models import Assignment
from core.errors import Refused
from tasks import actions
from tasks.lifecycle import Status
from tests import given

pytestmark = pytest.mark.django_db


def state(task):
    task.refresh_from_db()
    return task.status


def test_it_is_seen_when_whoever_is_asked_opens_it(login, director, olga):
    task = given.task(by=director, of=olga)

    login(director).get(task.get_absolute_url())
    before = state(task)
    login(olga).get(task.get_absolute_url())

    assert (before, state(task)) == (Status.NEW, Status.SEEN)
    assert task.seen_at is not None
    assert [step.by for step in task.steps.all()] == [olga]


def test_begun_the_author_hears_and_the_assignment_is_accepted(director, olga, bells):
    task = given.task(by=director, of=olga, title="Составить график")

    actions.begin(task, by=olga)

    assert state(task) == Status.IN_WORK
    assert Assignment.objects.of(task).get().answered_by == olga
    assert bells(director) == ["Ольшанская О., принято: Составить график"]


def test_done_the_author_is_asked_to_accept_it(director, olga, bells):
    task = given.task(by=director, of=olga, title="Составить график")

    actions.finish(task, by=olga, note="Лежит на столе")

    assert state(task) == Status.DONE
    assert "выполнено: Составить график. Лежит на столе" in bells(director)[-1]
    assert task.steps.get().note == "Лежит на столе"


def test_what_one_asked_of_oneself_is_accepted_at_once(olga, bells):
    task = given.task(by=olga, of=olga)

    actions.finish(task, by=olga)

    assert state(task) == Status.ACCEPTED
    assert bells(olga) == []


def test_nobody_else_does_it(director, olga):
    task = given.task(by=director, of=olga)

    for verb in (actions.begin, actions.finish, actions.see):
        with pytest.raises(PermissionDenied):
            verb(task, by=director)


def test_it_is_not_done_twice(director, olga):
    task = given.done_task(by=director, of=olga)

    with pytest.raises(Refused, match="сейчас"):
        actions.finish(task, by=olga)


def test_declined_with_a_reason_the_author_decides(director, olga, ilya, bells):
    task = given.task(by=director, of=olga, title="Составить график")

    with pytest.raises(Refused, match="почему"):
        actions.decline(task, by=olga, note=" ")
    actions.decline(task, by=olga, note="Уезжаю в отпуск")
    assert state(task) == Status.DECLINED
    assert "Уезжаю в отпуск" in bells(director)[-1]
    actions.readdress(task, by=director, to=ilya)

    assert (state(task), task.assignee) == (Status.NEW, ilya)


def test_passed_to_a_colleague_the_chain_is_kept(director, olga, ilya, bells):
    task = given.task(by=director, of=olga, title="Измерить витрину")
    actions.begin(task, by=olga)

    actions.readdress(task, by=olga, to=ilya, note="Илья там рядом")
    actions.begin(task, by=ilya)

    hands = [(each.to_employee, each.status, each.note) for each in Assignment.objects.of(task)]
    assert hands == [(olga, "accepted", ""), (ilya, "accepted", "Илья там рядом")]
    assert "поручает: Измерить витрину. Илья там рядом" in bells(ilya)[0]
    assert any("переадресовано: Измерить витрину" in line for line in bells(director))


def test_passed_to_a_department_it_waits_for_somebody_there(director, olga, shop, ilya):
    task = given.task(by=director, of=olga)

    actions.readdress(task, by=olga, to=shop)
    task.refresh_from_db()
    assert (task.assignee, task.department) == (None, shop)
    actions.begin(task, by=ilya)

    assert state(task) == Status.IN_WORK
    assert task.assignee == ilya


def test_whoever_had_it_still_sees_where_it_is(login, director, olga, ilya):
    task = given.task(by=director, of=olga)

    actions.readdress(task, by=olga, to=ilya)

    assert login(olga).get(task.get_absolute_url()).status_code == 200
    stranger = given.employee("accountant")
    assert login(stranger).get(task.get_absolute_url()).status_code == 404


def test_to_the_same_hands_it_does_not_go(director, olga):
    task = given.task(by=director, of=olga)

    with pytest.raises(Refused, match="уже у адресата"):
        actions.readdress(task, by=director, to=olga)


def test_the_check_list_is_ticked_without_leaving_the_page(login, director, olga, htmx):
    task = given.task(by=director, of=olga, items=("Рулетка", "Фото"))
    tape, photo = task.items.all()
    browser = login(olga)

    part = browser.post(reverse("tasks:tick", args=[tape.pk]), headers=htmx).content.decode()
    more = {"text": "Позвонить"}
    browser.post(reverse("tasks:add_item", args=[task.pk]), more, headers=htmx)

    tape.refresh_from_db()
    assert "<html" not in part
    assert (tape.ticked_by, photo.ticked_at) == (olga, None)
    assert [item.text for item in task.items.all()] == ["Рулетка", "Фото", "Позвонить"]
    browser.post(reverse("tasks:tick", args=[tape.pk]), headers=htmx)
    tape.refresh_from_db()
    assert tape.ticked_at is None


def test_a_colleague_ticks_nothing(director, olga, ilya):
    task = given.task(by=director, of=olga, items=("Рулетка",))

    with pytest.raises(PermissionDenied):
        actions.tick(task.items.get(), by=ilya)
