"""The firm's own results of a kind, and the next step that some of them demand."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core import clock
from core.errors import Refused
from interactions import actions
from interactions.actions.register import NextStep
from interactions.lifecycle import Status
from interactions.models import Interaction
from tests import given
from tests.interactions.kinds import demanding, kind, result

pytestmark = pytest.mark.django_db


def tomorrow():
    moment = timezone.localtime(clock.now() + timedelta(days=1))
    return moment.replace(second=0, microsecond=0)


def typed(moment):
    return f"{moment:%Y-%m-%dT%H:%M}"


@pytest.mark.parametrize(
    ("meaning", "status"), [("reached", Status.HELD), ("not_reached", Status.PLANNED)]
)
def test_a_result_means_what_the_firm_has_said_of_it(meaning, status):
    call, outcome = given.planned_call(), result(meaning)

    actions.hold(call, by=given.employee(), outcome=outcome)

    call.refresh_from_db()
    assert (call.status, call.result, call.outcome) == (status, meaning, outcome)
    assert call.result_words == outcome.name


def test_a_result_of_another_kind_is_none_of_this_one():
    with pytest.raises(Refused):
        actions.hold(given.planned_call(), by=given.employee(), outcome=result(of=kind("meeting")))


def test_each_kind_has_its_own_buttons(login):
    call = given.planned_call()

    page = login(given.employee()).get(call.get_absolute_url())

    assert page.context["form"].outcomes == list(kind().results.all())


def test_the_next_contact_is_planned_in_the_same_move(login):
    olga, call = given.employee(), given.planned_call()
    moment = tomorrow()

    login(olga).post(
        reverse("interactions:hold", args=[call.pk]),
        {
            "outcome": result(next_step="yes").pk,
            "next_at": typed(moment),
            "next_kind": kind("meeting").pk,
            "next_purpose": "Показать образцы",
        },
    )

    following = Interaction.objects.get(follows=call)
    assert (following.planned_at, following.purpose) == (moment, "Показать образцы")
    assert (following.kind, following.client) == (kind("meeting"), call.client)
    call.refresh_from_db()
    assert call.status == Status.HELD


def test_a_next_step_without_words_has_the_same_aim():
    call = given.planned_call(purpose="Спросить о размере")

    actions.hold(call, by=given.employee(), outcome=result(), next_step=NextStep(tomorrow()))

    assert Interaction.objects.get(follows=call).purpose == "Спросить о размере"


def test_a_result_that_demands_a_next_step_is_refused_without_and_nothing_is_lost(login, htmx):
    call = given.planned_call()

    answer = login(given.employee()).post(
        reverse("interactions:hold", args=[call.pk]),
        {"outcome": result(next_step="yes").pk, "note": "Хочет образцы", "next_purpose": "Образцы"},
        headers=htmx,
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Хочет образцы" in page
    assert 'value="Образцы"' in page
    call.refresh_from_db()
    assert call.is_planned


def test_a_kind_may_demand_it_of_all_its_results_but_those_that_are_free():
    olga, call, other = (
        given.employee(),
        given.planned_call(),
        given.planned_call(given.client("Б")),
    )
    demanding()

    with pytest.raises(Refused):
        actions.hold(call, by=olga, outcome=result())
    with pytest.raises(Refused):
        actions.hold(call, by=olga, result="reached")
    actions.hold(other, by=olga, outcome=result(next_step="no"))

    call.refresh_from_db()
    other.refresh_from_db()
    assert (call.is_planned, other.is_planned) == (True, False)


def test_who_was_not_reached_owes_no_next_step():
    call = given.planned_call()
    demanding()

    actions.hold(call, by=given.employee(), outcome=result("not_reached"))

    call.refresh_from_db()
    assert call.attempts == 1


def test_the_next_step_speaks_of_the_same_order():
    olga = given.employee()
    order = given.order(by=olga)
    call = given.planned_call(order.client, by=olga, about=order)

    actions.hold(call, by=olga, outcome=result(), next_step=NextStep(tomorrow()))

    assert Interaction.objects.get(follows=call) in Interaction.objects.about(order)
