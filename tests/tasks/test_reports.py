"""Each figure of the report opens a list with the same count."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.http import QueryDict
from django.urls import reverse

from core import clock
from tasks import actions
from tasks.lists import TaskList
from tasks.reports import TasksByAssignee
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def month(director, olga, ilya):
    """Asked ten days ago: in time, late, not yet, returned once, and without a deadline."""
    now = clock.now()
    with clock.at(now - timedelta(days=10)):
        in_time = given.task(by=director, of=olga, in_days=5)
        late = given.task(by=director, of=olga, in_days=2)
        given.task(by=director, of=olga, in_days=3)
        free = given.task(by=director, of=ilya)
        actions.finish(in_time, by=olga)
        actions.finish(free, by=ilya)
        actions.return_for_rework(free, by=director, remark="Не то")
        actions.finish(free, by=ilya)
    with clock.at(now - timedelta(days=7)):
        actions.finish(late, by=olga)
    with clock.at(now - timedelta(days=40)):
        given.task(by=director, of=olga)
    today = clock.today()
    return {"since": (today - timedelta(days=12)).isoformat(), "until": today.isoformat()}


def test_what_was_asked_is_counted_by_what_became_of_it(month, director, olga, ilya):
    table = {row["assignee"]: row for row in TasksByAssignee(director, month).table}

    counted = ("asked", "in_time", "done_late", "late", "returned")
    assert [table[olga.pk][code] for code in counted] == [3, 1, 1, 1, 0]
    assert [table[ilya.pk][code] for code in counted] == [1, 1, 0, 0, 1]


def test_each_figure_opens_its_list(month, director):
    counted = TasksByAssignee(director, month)

    opened = 0
    for row in counted.body():
        for cell in row:
            if cell["url"]:
                query = QueryDict(urlsplit(cell["url"]).query)
                assert TaskList(director, query).queryset.count() == cell["value"]
                opened += 1
    assert opened == 6


def test_the_report_is_for_those_who_control_everybody(login, director, olga):
    address = reverse("core:report", args=["tasks_by_assignee"])

    assert login(director).get(address).status_code == 200
    assert login(olga).get(address).status_code == 403
