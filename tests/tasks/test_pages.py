"""Where tasks are seen: list, board, panels, «Today», search; each at a steady price."""

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core import clock, registry
from core.models import Attachment
from tasks import actions
from tasks.contributions import find, of_row
from tasks.lifecycle import Status
from tasks.models import Task
from tests import given

pytestmark = pytest.mark.django_db


def stacks(browser, **query):
    answer = browser.get(reverse("tasks:board"), query)
    return {column.state: column.cards for column in answer.context["list"].stacks()}


def test_a_card_of_the_board_goes_where_its_life_leads_this_person(login, director, olga):
    task = given.task(by=director, of=olga)
    done = given.done_task(by=director, of=olga)

    hers, his = stacks(login(olga)), stacks(login(director))

    leads_to = json.loads(hers[Status.NEW][0].leads_to)
    assert leads_to[Status.IN_WORK] == {
        "url": reverse("tasks:begin", args=[task.pk]),
        "asks": False,
    }
    assert Status.IN_WORK not in json.loads(his[Status.NEW][0].leads_to)
    to_decide = json.loads(his[Status.DONE][0].leads_to)
    assert to_decide[Status.ACCEPTED]["url"] == reverse("tasks:accept", args=[done.pk])
    assert to_decide[Status.RETURNED]["asks"]
    assert json.loads(hers[Status.DONE][0].leads_to) == {}


def test_the_list_and_the_board_cost_the_same_for_many(
    login, director, olga, django_assert_num_queries, django_assert_max_num_queries
):
    given.task(by=director, of=olga)
    browser = login(olga)
    for page in ("tasks:index", "tasks:board"):
        browser.get(reverse(page))
        with django_assert_max_num_queries(16) as counted:
            browser.get(reverse(page))
        for _ in range(4):
            given.task(by=director, of=olga, in_days=1)
        with django_assert_num_queries(len(counted)):
            browser.get(reverse(page))


def test_a_panel_shows_what_is_asked_about_an_order_in_one_query(
    login, director, olga, django_assert_num_queries
):
    order = given.order(by=olga)
    for number in range(3):
        given.task(by=director, of=olga, title=f"Дело {number}", about=order)

    with django_assert_num_queries(1):
        shown = of_row(order, olga)
        names = [f"{task.title}: {task.whom}" for task in shown["tasks"]]
    page = login(olga).get(order.get_absolute_url()).content.decode()

    assert names == [f"Дело {number}: {olga}" for number in (2, 1, 0)]
    assert "Дело 0" in page


def test_a_panel_is_asked_for_anew_when_a_task_was_set_there(login, director, olga, htmx):
    mary = given.client(by=olga)
    about = {"about": f"clients.client-{mary.pk}"}
    given.task(by=director, of=olga, title="Поздравить", about=mary)

    part = login(olga).get(reverse("tasks:about"), about, headers=htmx).content.decode()

    assert "Поздравить" in part
    assert "<html" not in part


def test_whoever_sees_the_client_sees_the_task_about_them(login, director, ilya, olga):
    mary = given.client(by=olga)
    task = given.task(by=director, of=ilya, about=mary)

    assert login(olga).get(task.get_absolute_url()).status_code == 200
    assert login(given.employee("driver")).get(task.get_absolute_url()).status_code == 404


def test_today_names_what_is_due_and_late_and_new(login, director, olga):
    noon = clock.now().replace(hour=9)
    with clock.at(noon):
        actions.begin(given.task(by=director, of=olga, title="Далёкое", in_days=30), by=olga)
        given.task(by=director, of=olga, title="Новое")
        actions.begin(given.task(by=director, of=olga, title="Опоздавшее", in_days=2), by=olga)
        given.done_task(by=olga, of=given.employee(), title="Готовое")

    with clock.at(noon + timedelta(days=3)):
        page = login(olga).get(reverse("today")).content.decode()

    assert "Опоздавшее" in page
    assert "Новое" in page
    assert "Готовое" in page
    assert "Далёкое" not in page


def test_a_task_is_found_by_words_of_its_title(director, olga, ilya):
    given.task(by=director, of=olga, title="Перемерить проём у Светловой")
    given.task(by=director, of=ilya, title="Перемерить витрину")

    assert [hit.title for hit in find(olga, "перемер", 5)] == ["Перемерить проём у Светловой"]
    assert len(find(director, "перемер", 5)) == 2
    assert find(director, "светл проем", 5)[0].icon == "checkbox"


def test_a_file_hangs_on_the_task_and_is_seen_by_whom_it_concerns(login, director, olga, ilya):
    task = given.task(by=director, of=olga)
    upload = SimpleUploadedFile("график.pdf", b"%PDF-1.7")
    address = reverse("core:attach", args=["tasks.task", task.pk])

    login(director).post(address, {"file": upload})

    file = Attachment.objects.of(task).get()
    page = login(olga).get(task.get_absolute_url()).content.decode()
    assert "график.pdf" in page
    assert login(olga).get(reverse("core:attachment", args=[file.pk])).status_code == 200
    assert login(ilya).get(reverse("core:attachment", args=[file.pk])).status_code == 404


def test_every_role_finds_its_tasks_in_the_menu_and_may_ask(login):
    worker = given.employee("worker")

    frame = login(worker).get(reverse("tasks:index")).context["frame"]

    links = [link.entry.url_name for section in frame["nav"] for link in section["links"]]
    assert "tasks:index" in links
    assert "tasks:ask" in [link.entry.url_name for link in frame["create_items"]]


def test_a_leaver_is_known_to_have_tasks():
    hanging = {(entry.model, entry.field) for entry in registry.hangs_on_employee}

    assert {(Task, "author"), (Task, "assignee")} <= hanging
