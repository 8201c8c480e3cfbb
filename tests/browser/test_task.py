"""A spoken order in one line: seen, done, returned with a remark, done again, accepted."""

import pytest
from django.urls import reverse

from tasks.lifecycle import Status
from tasks.models import Task
from tests import given
from tests.browser.dragging import drag

pytestmark = pytest.mark.django_db(transaction=True)
WHAT = "Позвонить в банк про эквайринг"


@pytest.fixture
def director():
    return given.employee("director", last_name="Воронова", first_name="Елена")


def choose(form, name):
    form.locator(".ts-control input").fill(name[:5])
    offered = form.locator(".ts-dropdown [role=option]")
    offered.nth(1).wait_for(state="detached")
    offered.get_by_text(name[:5]).click()


def bell(page, words):
    page.goto(reverse("company:notifications"))
    page.get_by_text(words).first.wait_for()


def test_a_spoken_order_is_set_done_returned_and_accepted(screen, director, olga, barriers):
    boss = screen(director)
    boss.goto(reverse("orders:index"))
    boss.evaluate("window.isTheSamePage = true")
    boss.keyboard.press("Alt+t")
    line = boss.locator("#quick")
    line.locator("[name=title]").wait_for()
    choose(line, "Ольшанская")
    line.locator("[name=title]").fill(WHAT)
    assert barriers(boss) == []
    line.get_by_role("button", name="Поручить").click()
    boss.locator(".notice.is-success", has_text=WHAT).wait_for()
    assert not line.is_visible()
    assert boss.evaluate("window.isTheSamePage")

    desk = screen(olga)
    bell(desk, "Воронова Е. поручает")
    desk.goto(reverse("today"))
    desk.get_by_role("link", name=WHAT).first.click()
    desk.get_by_text("Просмотрено").first.wait_for()
    desk.get_by_label("Добавить пункт").fill("Тариф")
    desk.keyboard.press("Enter")
    desk.get_by_role("checkbox", name="Тариф").click()
    desk.locator("[role=checkbox][aria-checked=true]").wait_for()
    assert barriers(desk) == []
    desk.get_by_label("Что сделано").fill("Ждут звонка в среду")
    desk.get_by_role("button", name="Выполнено").click()
    desk.get_by_text("Выполнено, ждёт приёмки").first.wait_for()

    task = Task.objects.get()
    boss.goto(task.get_absolute_url())
    boss.get_by_text("Ждут звонка в среду").wait_for()
    boss.get_by_role("link", name="Вернуть на доработку").click()
    boss.get_by_label("Что доработать").fill("Нужен ответ, а не звонок")
    boss.get_by_role("button", name="Вернуть на доработку").click()
    boss.get_by_text("Возвращено на доработку").first.wait_for()

    bell(desk, "Нужен ответ, а не звонок")
    desk.goto(task.get_absolute_url())
    desk.get_by_role("button", name="Выполнено").click()
    desk.get_by_text("Выполнено, ждёт приёмки").first.wait_for()

    boss.goto(f"{reverse('tasks:index')}?chip=to_accept")
    boss.get_by_role("link", name=WHAT).click()
    boss.get_by_role("button", name="Принять").click()
    boss.get_by_text("Принято").first.wait_for()
    task.refresh_from_db()
    assert (task.status, task.returned_count) == (Status.ACCEPTED, 1)


def test_a_card_is_dragged_into_work(screen, director, olga):
    task = given.task(by=director, of=olga, title=WHAT)
    page = screen(olga, width=1920)
    page.goto(reverse("tasks:board"))

    drag(page, WHAT, "in_work")
    page.locator(".notice.is-success").wait_for()

    assert page.locator("[data-state=in_work] .board-card", has_text=WHAT).is_visible()
    task.refresh_from_db()
    assert task.status == Status.IN_WORK


def test_a_task_is_set_from_the_order_without_leaving_it(screen, director, olga):
    order = given.order(by=olga)
    page = screen(director)
    page.goto(order.get_absolute_url())
    page.evaluate("window.isTheSamePage = true")

    panel = page.locator("#tasks")
    panel.get_by_text("Поручить одной строкой").click()
    panel.locator("[name=title]").wait_for()
    choose(panel, "Ольшанская")
    panel.locator("[name=title]").fill("Проверить адрес доставки")
    panel.get_by_role("button", name="Поручить", exact=True).click()
    panel.get_by_role("link", name="Проверить адрес доставки").wait_for()

    assert page.evaluate("window.isTheSamePage")
    assert list(Task.objects.about(order)) == [Task.objects.get()]
