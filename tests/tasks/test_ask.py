"""A task is set: of one, of several, of a department, in one line."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from company.models import Assignment, Deadline
from core import clock
from core.errors import Refused
from tasks import actions
from tasks.content import TaskContent
from tasks.lifecycle import Status
from tasks.models import Task, TaskTemplate
from tests import given

pytestmark = pytest.mark.django_db


def test_whoever_is_asked_hears_what_and_until_when(director, olga, bells):
    task = given.task(by=director, of=olga, title="Составить график", in_days=2)

    until = timezone.localtime(task.deadline)
    assert bells(olga) == [
        f"Воронова Е. поручает: Составить график, до {until:%d.%m.%Y %H:%M}".replace(" 0", " ")
    ] or bells(olga)[0].startswith("Воронова Е. поручает: Составить график, до ")
    assert olga.notifications.get().url == task.get_absolute_url()
    assert bells(director) == []


def test_asked_of_several_each_has_a_task_of_their_own(director, olga, ilya):
    content = TaskContent("Прочитать новые правила", items=("Раздел 1", "Раздел 2"))

    tasks = actions.ask(content, of=[olga, ilya], by=director)
    actions.finish(tasks[0], by=olga)

    hers, his = Task.objects.order_by("pk")
    assert (hers.status, his.status) == (Status.DONE, Status.NEW)
    assert hers.series == his.series is not None
    assert [item.text for item in his.items.all()] == ["Раздел 1", "Раздел 2"]
    assert list(Task.objects.series(hers)) == [his]


def test_a_department_hears_and_whoever_begins_takes_it(director, shop, ilya, bells):
    semyon = given.employee("worker", department=shop)
    task = given.task(by=director, of=shop, title="Убрать стеллаж")

    actions.begin(task, by=ilya)

    task.refresh_from_db()
    assert (task.assignee, task.department) == (ilya, shop)
    assert len(bells(ilya)) == len(bells(semyon)) == 1
    assert "Чернов И." in bells(director)[0]
    with pytest.raises(PermissionDenied):
        actions.begin(task, by=semyon)


def test_nobody_asks_without_the_right(olga):
    stranger = given.employee(may=["tasks.view_task"])

    with pytest.raises(PermissionDenied):
        given.task(by=stranger, of=olga)


def test_a_deadline_and_a_reminder_lie_in_the_future(director, olga):
    past = clock.now() - timedelta(minutes=1)

    with pytest.raises(Refused, match="прошёл"):
        given.task(by=director, of=olga, in_days=-1)
    with pytest.raises(Refused, match="позже"):
        given.task(by=director, of=olga, remind_at=past)
    assert not Task.objects.exists()


def test_what_one_asks_of_oneself_rings_for_nobody(olga, bells):
    task = given.task(by=olga, of=olga, in_days=1)

    assert bells(olga) == []
    assert not Assignment.objects.of(task).exists()
    assert Deadline.objects.of(task).exists()


def test_a_spoken_order_is_one_line_and_the_page_stays(login, director, olga, htmx):
    browser = login(director)
    address = reverse("tasks:ask")
    tomorrow = clock.today() + timedelta(days=1)

    form = browser.get(address, headers=htmx).content.decode()
    typed = {"whom": f"e{olga.pk}", "title": "Позвонить в банк", "day": tomorrow.isoformat()}
    answer = browser.post(address, typed, headers=htmx)

    task = Task.objects.get()
    assert "<html" not in form
    assert 'name="whom"' in form
    assert (task.assignee, task.author, task.title) == (olga, director, "Позвонить в банк")
    assert timezone.localtime(task.deadline).strftime("%d %H:%M") == f"{tomorrow:%d} 19:00"
    assert "close-dialog" in answer.headers["HX-Trigger"]
    assert "Позвонить в банк" in answer.content.decode()


def test_a_line_that_lacks_something_says_so_beside_it(login, director, htmx):
    answer = login(director).post(reverse("tasks:ask"), {"title": "Позвонить"}, headers=htmx)

    assert answer.status_code == 422
    assert not Task.objects.exists()


def test_a_line_about_an_order_belongs_to_it(login, director, olga):
    order = given.order(by=olga)
    address = f"{reverse('tasks:ask')}?about=orders.workorder-{order.pk}"

    login(director).post(address, {"whom": f"e{olga.pk}", "title": "Проверить эскиз"})

    task = Task.objects.get()
    assert list(Task.objects.about(order)) == [task]
    assert task.subject_for(olga) == order
    assert task.subject_name == str(order)


def test_the_form_asks_several_people_and_departments(login, director, olga, shop):
    typed = {
        "whom": [f"e{olga.pk}", f"d{shop.pk}"],
        "title": "Навести порядок",
        "priority": "2",
        "term": "",
        "items": "Полки\n\nСтол",
    }

    login(director).post(reverse("tasks:add"), typed)

    tasks = list(Task.objects.order_by("pk"))
    assert [task.whom for task in tasks] == [olga, shop]
    assert {task.is_pressing for task in tasks} == {True}
    assert [item.text for item in tasks[1].items.all()] == ["Полки", "Стол"]


def test_a_template_fills_the_form_and_stays_named(login, director, shop):
    template = TaskTemplate.objects.create(
        name="Инвентаризация",
        title="Пересчитать остатки стекла",
        due_days=2,
        check_list="Склад\nЦех",
        department=shop,
    )
    browser, address = login(director), f"{reverse('tasks:add')}?template={template.pk}"

    shown = browser.get(address).context["form"]
    assert shown["term"].value() in ("", None)
    assert dict(shown.fields["term"].choices)[""] == "Другой день, назван рядом"
    initial = {**shown.initial, "term": ""}
    browser.post(address, initial)

    task = Task.objects.get()
    assert (task.title, task.template, task.whom) == (template.title, template, shop)
    assert task.items.count() == 2
    assert task.deadline is not None


def test_a_deadline_of_a_template_stands_in_one_field_only(login, director, shop):
    template = TaskTemplate.objects.create(
        name="Стёкла", title="Пересчитать", due_days=3, department=shop
    )
    browser, address = login(director), f"{reverse('tasks:add')}?template={template.pk}"

    shown = browser.get(address).context["form"]

    assert shown["term"].value() in dict(shown.fields["term"].choices)
    assert shown["deadline"].value() == ""
    browser.post(address, {**shown.initial, "items": ""})
    assert (
        f"{timezone.localtime(Task.objects.get().deadline):%Y-%m-%dT%H:%M}" == shown["term"].value()
    )


def test_a_term_that_is_chosen_goes_before_the_day_of_the_template(login, director, shop):
    template = TaskTemplate.objects.create(
        name="Стёкла", title="Пересчитать", due_days=9, department=shop
    )
    browser, address = login(director), f"{reverse('tasks:add')}?template={template.pk}"
    shown = browser.get(address).context["form"]
    soon = shown.fields["term"].choices[-1][0]

    browser.post(address, {**shown.initial, "term": soon, "items": ""})

    assert f"{timezone.localtime(Task.objects.get().deadline):%Y-%m-%dT%H:%M}" == soon
