"""What the author does: accepts, returns, cancels, changes; and sees what is late."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core import clock
from core.errors import Refused
from tasks import actions
from tasks.lifecycle import Priority, Status
from tasks.models import Task
from tests import given

pytestmark = pytest.mark.django_db


def state(task):
    task.refresh_from_db()
    return task.status


def test_accepted_it_is_over_and_whoever_did_it_hears(director, olga, bells):
    task = given.done_task(by=director, of=olga, title="График")

    actions.accept(task, by=director)

    assert state(task) == Status.ACCEPTED
    assert bells(olga)[-1] == "Воронова Е., ваша работа принята: График"


def test_returned_with_a_remark_it_is_counted_and_done_again(director, olga, bells):
    task = given.done_task(by=director, of=olga)

    with pytest.raises(Refused, match="доработать"):
        actions.return_for_rework(task, by=director, remark="")
    for remark in ("Нет субботы", "Нет подписи"):
        actions.return_for_rework(task, by=director, remark=remark)
        actions.finish(task, by=olga)
    actions.accept(task, by=director)

    task.refresh_from_db()
    assert (task.status, task.returned_count) == (Status.ACCEPTED, 2)
    notes = [step.note for step in task.steps.filter(step="return_for_rework")]
    assert notes == ["Нет субботы", "Нет подписи"]
    assert any("на доработку" in line and "Нет подписи" in line for line in bells(olga))


def test_only_the_author_or_whoever_controls_all_accepts(olga, ilya, director):
    task = given.done_task(by=olga, of=ilya)

    with pytest.raises(PermissionDenied):
        actions.accept(task, by=ilya)
    actions.accept(task, by=director)

    assert state(task) == Status.ACCEPTED


def test_cancelled_nobody_is_asked_any_more(director, olga, bells):
    task = given.task(by=director, of=olga, in_days=1)

    actions.cancel(task, by=director, reason="Клиент передумал")

    assert state(task) == Status.CANCELLED
    assert "Клиент передумал" in bells(olga)[-1]
    with pytest.raises(PermissionDenied):
        actions.cancel(task, by=olga)


def test_what_changed_stands_in_the_story(director, olga, bells):
    task = given.task(by=director, of=olga, title="График")
    later = clock.now() + timedelta(days=3)

    actions.edit(task, by=director, title="График смен", priority=Priority.HIGH, deadline=later)

    note = task.steps.get().note
    assert "Что сделать: График → График смен" in note
    assert "Важность: Обычная → Высокая" in note
    assert "График смен" in bells(olga)[-1]
    assert state(task) == Status.NEW


def test_saved_without_a_change_nothing_is_said(director, olga):
    task = given.task(by=director, of=olga)

    actions.edit(task, by=director, title=task.title)

    assert not task.steps.exists()


def test_the_page_of_the_change_keeps_what_was_not_touched(login, director, olga):
    task = given.task(by=director, of=olga, in_days=2)
    browser, address = login(director), reverse("tasks:edit", args=[task.pk])
    shown = browser.get(address).context["form"].initial

    browser.post(address, {**shown, "title": "Иначе"})

    before = task.deadline.replace(second=0, microsecond=0)
    task.refresh_from_db()
    assert (task.title, task.deadline) == ("Иначе", before)


def test_the_control_list_of_the_author(login, director, olga, ilya):
    late = given.task(by=director, of=olga, title="Опоздавшее", in_days=1)
    waits = given.task(by=director, of=ilya, title="Ждёт")
    done = given.done_task(by=director, of=ilya, title="Готово")
    given.task(by=olga, of=ilya, title="Чужое")
    actions.accept(given.done_task(by=director, of=olga, title="Закрыто"), by=director)

    def listed(chip):
        page = login(director).get(reverse("tasks:index"), {"chip": chip})
        return {row.title for row in page.context["list"].page.rows}

    with clock.at(clock.now() + timedelta(days=2)):
        assert listed("asked") == {late.title, waits.title, done.title}
        assert listed("late") == {late.title}
        assert listed("to_accept") == {done.title}


def test_one_sees_what_concerns_one_and_the_director_everything(director, olga, ilya, shop):
    given.task(by=director, of=olga, title="Ольге")
    given.task(by=olga, of=shop, title="Цеху")
    stranger = given.employee("accountant")

    def seen(person):
        return {task.title for task in Task.objects.concerning(person)}

    assert seen(director) == {"Ольге", "Цеху"} == seen(olga)
    assert seen(ilya) == {"Цеху"}
    assert seen(stranger) == set()


def test_a_step_asked_for_words_is_a_page(login, director, olga):
    task = given.done_task(by=director, of=olga)
    address = reverse("tasks:return_for_rework", args=[task.pk])

    assert login(director).get(address).status_code == 200
    assert login(olga).get(address).status_code == 403
    assert login(director).post(address, {"remark": ""}).status_code == 422
    login(director).post(address, {"remark": "Нет подписи"})

    assert state(task) == Status.RETURNED
