"""Many get another manager, and what their manager has in hand goes along."""

import pytest

from clients.actions import bulk as actions
from clients.models import Client
from tests import given
from tests.clients.bulk.changing import changed, to

pytestmark = pytest.mark.django_db


def test_what_the_manager_has_in_hand_goes_along_where_it_is_asked_for(chief, vera, base):
    mary, other = base[0], given.employee()
    call = given.planned_call(mary, by=chief)
    order = given.order(of=mary, by=chief)
    task = given.task(by=other, of=chief, about=mary)
    colleagues = given.task(by=chief, of=other, about=mary)

    found = changed(
        "responsible", to(vera), mary, by=chief, along=["interactions", "orders", "tasks"]
    )

    for row in (call, order, task, colleagues):
        row.refresh_from_db()
    assert (call.responsible, order.manager, task.assignee) == (vera, vera, vera)
    assert colleagues.assignee == other
    assert sorted(count for _label, count in found.outcome) == [1, 1, 1]
    actions.undo_bulk_change(found, by=chief)
    for row in (mary, call, order, task):
        row.refresh_from_db()
    assert (mary.responsible, call.responsible, order.manager) == (chief, chief, chief)
    assert task.assignee == chief


def test_what_is_not_asked_for_stays(chief, vera, base):
    call = given.planned_call(base[0], by=chief)

    changed("responsible", to(vera), by=chief)

    call.refresh_from_db()
    assert call.responsible == chief


def test_a_department_shares_the_clients_out(chief, base):
    desk = given.department()
    pair = [given.employee(department=desk) for _each in range(2)]

    changed("responsible", to(desk), by=chief)

    assert [Client.objects.filter(responsible=each).count() for each in pair] == [2, 2]
