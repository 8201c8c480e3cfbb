from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from core import clock
from core.errors import Refused
from interactions import actions
from interactions.lifecycle import Status
from tests import given

pytestmark = pytest.mark.django_db


def test_reached_settles_the_call():
    olga, call = given.employee(), given.planned_call()

    actions.hold(call, by=olga, result="reached", note="Приедет в субботу")

    call.refresh_from_db()
    assert (call.status, call.held_by, call.note) == (Status.HELD, olga, "Приедет в субботу")
    assert call.held_at is not None


def test_not_reached_stays_in_the_list_and_is_counted():
    olga, call = given.employee(), given.planned_call()

    actions.hold(call, by=olga, result="not_reached")
    actions.hold(call, by=olga, result="not_reached")

    call.refresh_from_db()
    assert (call.is_planned, call.attempts) == (True, 2)
    assert [step.by for step in call.steps.all()] == [olga, olga]


def test_again_at_moves_the_call():
    call, saturday = given.planned_call(), clock.now() + timedelta(days=3)

    actions.hold(call, by=given.employee(), result="again", again_at=saturday)

    call.refresh_from_db()
    assert (call.is_planned, call.planned_at) == (True, saturday)


@pytest.mark.parametrize("shift", [None, timedelta(hours=-1), timedelta(days=4000)])
def test_again_needs_a_moment_that_can_be(shift):
    moment = clock.now() + shift if shift else None

    with pytest.raises(Refused):
        actions.hold(given.planned_call(), by=given.employee(), result="again", again_at=moment)


def test_a_call_is_settled_once():
    olga, call = given.employee(), given.planned_call()
    actions.hold(call, by=olga, result="reached")

    with pytest.raises(Refused):
        actions.hold(call, by=olga, result="not_reached")


def test_settled_by_mistake_is_put_back():
    olga, call = given.employee(), given.planned_call()
    held = actions.hold(call, by=olga, result="reached")

    actions.reopen(held, by=olga)

    call.refresh_from_db()
    assert (call.is_planned, call.held_at, call.result) == (True, None, "")


def test_what_is_not_needed_is_dropped_and_kept():
    olga, call = given.employee(), given.planned_call()

    actions.drop(call, by=olga, note="Сам приехал")

    call.refresh_from_db()
    assert (call.status, call.held_by) == (Status.DROPPED, olga)
    assert call.steps.get().note == "Сам приехал"


def test_who_may_not_record_calls_records_none(login):
    looker = given.employee(may=["interactions.view_interaction"])
    call = given.planned_call(by=given.employee())

    with pytest.raises(PermissionDenied):
        actions.hold(call, by=looker, result="reached")
    answer = login(looker).post(reverse("interactions:hold", args=[call.pk]), {"result": "reached"})
    assert answer.status_code == 403


def test_a_call_of_another_office_is_not_there(login):
    call = given.planned_call(by=given.employee(office=given.office("Офис на Соколе")))

    answer = login(given.employee()).post(
        reverse("interactions:hold", args=[call.pk]), {"result": "reached"}
    )

    assert answer.status_code == 404


def test_the_desk_works_as_one(login):
    call = given.planned_call(by=given.employee())

    login(given.employee()).post(
        reverse("interactions:hold", args=[call.pk]), {"result": "reached"}
    )

    call.refresh_from_db()
    assert call.status == Status.HELD


def test_a_named_moment_is_one_press(login):
    call = given.planned_call()
    soon = timezone.localtime(clock.now() + timedelta(hours=2)).replace(second=0, microsecond=0)

    login(given.employee()).post(
        reverse("interactions:hold", args=[call.pk]), {"soon": f"{soon:%Y-%m-%dT%H:%M}"}
    )

    call.refresh_from_db()
    assert (call.is_planned, call.planned_at) == (True, soon)


@pytest.mark.parametrize(
    "typed", [{}, {"result": "again"}, {"result": "again", "again_at": "завтра"}, {"result": "x"}]
)
def test_a_result_that_says_nothing_comes_back_with_what_was_typed(login, htmx, typed):
    call = given.planned_call()

    answer = login(given.employee()).post(
        reverse("interactions:hold", args=[call.pk]),
        {"note": "Просил утром", **typed},
        headers=htmx,
    )

    assert answer.status_code == 422
    assert answer["HX-Retarget"] == f"#call-{call.pk}"
    assert "Просил утром" in answer.content.decode()


def test_a_recorded_call_opens_the_next_one(login, htmx):
    olga = given.employee()
    first = given.planned_call(by=olga, in_hours=-3)
    second = given.planned_call(given.client("Пётр", "89160001122"), by=olga, in_hours=-2)

    answer = login(olga).post(
        reverse("interactions:hold", args=[first.pk]),
        {"result": "reached"},
        headers={**htmx, "HX-Target": "worklist"},
    )

    assert answer.context["opened"] == second.pk
    assert reverse("interactions:reopen", args=[first.pk]) in answer.content.decode()


def test_on_its_own_page_a_call_comes_back_to_that_page(login, htmx):
    call = given.planned_call()

    answer = login(given.employee()).post(
        reverse("interactions:drop", args=[call.pk]), headers=htmx
    )

    assert answer["HX-Redirect"] == call.get_absolute_url()
