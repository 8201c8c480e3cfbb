"""A deal begins in the first stage of its process, with the tasks of that stage."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from core import clock
from core.errors import Refused
from sales.deals import actions
from sales.models import Deal, SaleProcess, StageTask
from tasks.models import Task, TaskTemplate
from tests import given

pytestmark = pytest.mark.django_db


def test_a_deal_begins_in_the_first_stage_of_its_process():
    olga = given.employee()

    deal = given.deal(by=olga)

    assert (deal.stage.name, deal.probability) == ("Знакомство", 10)
    assert (deal.responsible, deal.office) == (olga, olga.office)
    assert [stay.stage for stay in deal.stays.all()] == [deal.stage]


def test_the_tasks_of_the_stage_are_asked_of_the_responsible():
    olga, process = given.employee(), given.process()
    first = process.versions.get().stages.first()
    call = TaskTemplate.objects.create(name="Звонок", title="Позвонить и уточнить размеры")
    StageTask.objects.create(stage=first, template=call)

    deal = given.deal(by=olga, along=process)

    task = Task.objects.get()
    assert (task.assignee, task.title) == (olga, "Позвонить и уточнить размеры")
    assert task.subject_for(olga) == deal


def test_whether_the_client_is_new_is_kept_as_it_was_then():
    olga, known = given.employee(), given.client()
    given.order(of=known, by=olga)

    assert given.deal(known, by=olga).is_of_new_client is False
    assert given.deal(by=olga).is_of_new_client is True


def test_a_process_without_stages_is_refused_in_words():
    empty = SaleProcess.objects.create(name="Пустой")

    with pytest.raises(Refused, match=r"stages|этап"):
        given.deal(along=empty)


def test_the_workshop_opens_no_deals():
    with pytest.raises(PermissionDenied):
        given.deal(given.client(), by=given.employee("worker"))


def test_a_manager_of_another_office_does_not_see_it():
    deal = given.deal()
    stranger = given.employee(office=given.office("Офис на Соколе"))

    assert not Deal.objects.visible_to(stranger).exists()
    assert Deal.objects.visible_to(deal.responsible).get() == deal


def test_a_moved_deal_has_left_one_stage_and_stands_in_the_next():
    deal, olga = given.deal(), given.employee()
    second = deal.process_version.stages.get(key="offered")

    moved = actions.move(deal, to=second, by=olga)

    left, stands = moved.stays.order_by("pk")
    assert (left.stage.key, stands.stage.key) == ("met", "offered")
    assert (left.left_at is not None, stands.left_at) == (True, None)
    assert (moved.stage, moved.probability) == (second, 40)


def test_how_far_a_deal_has_come_stays_when_it_goes_back():
    deal = given.deal()
    first, _second, third = deal.process_version.stages.all()

    deal = actions.move(deal, to=third, by=deal.responsible)
    deal = actions.move(deal, to=first, by=deal.responsible)

    deal.refresh_from_db()
    assert (deal.stage, deal.furthest) == (first, third.ordinal)


def test_a_stay_is_counted_in_working_days_when_it_ends():
    friday = datetime(2026, 11, 20, 15, tzinfo=UTC)
    with clock.at(friday):
        deal = given.deal()
    with clock.at(friday + timedelta(days=4)):  # on Tuesday
        moved = actions.move(
            deal, to=deal.process_version.stages.get(key="agreed"), by=deal.responsible
        )

    assert [stay.working_days for stay in moved.stays.order_by("pk")] == [2, None]


def test_a_stage_of_another_process_is_no_place_for_it():
    deal = given.deal()
    other = given.process("Монтаж").versions.get().stages.first()

    with pytest.raises(Refused):
        actions.move(deal, to=other, by=deal.responsible)
