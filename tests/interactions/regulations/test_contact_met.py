"""A call that is not needed any more goes from the list."""

import pytest

from clients.models import Client
from interactions import actions
from interactions.lifecycle import Status
from interactions.models import ContactDue
from interactions.regulations.planning import plan_due
from interactions.worklist import following
from tests import given
from tests.interactions.regulations.days import calls, later, registered, spoken_to

pytestmark = pytest.mark.django_db


def test_a_contact_meanwhile_satisfies_it(olga):
    maria = registered(40, by=olga)
    given.regulation()
    plan_due()
    spoken_to(maria, by=olga)

    assert following(olga) is None
    assert calls().get().status == Status.DROPPED
    assert ContactDue.objects.kept().count() == 1


def test_at_night_calls_that_are_satisfied_are_taken_from_the_list(olga):
    maria = registered(40, by=olga)
    given.regulation()
    plan_due()
    spoken_to(maria, by=olga)

    with later(1):
        plan_due()

    assert calls().get().status == Status.DROPPED


def test_who_left_the_segment_is_not_called(olga):
    maria = registered(40, by=olga)
    segment = given.segment(given.condition("name", "contains", "Мария"))
    given.regulation(segment=segment)
    plan_due()

    Client.objects.filter(pk=maria.pk).update(name="Анна Светлова")

    assert following(olga) is None


def test_a_call_put_off_by_hand_is_asked_for_again_a_term_later(olga):
    registered(40, by=olga)
    given.regulation()
    plan_due()
    actions.drop(calls().get(), by=olga, note="Просила не звонить до осени")

    with later(29):
        plan_due()
    assert calls().planned().count() == 0
    with later(30):
        plan_due()
    assert calls().planned().count() == 1


def test_switched_off_what_it_has_planned_is_not_needed_any_more(olga):
    registered(40, by=olga)
    director = given.employee("director")
    regulation = given.regulation(by=director)
    plan_due()

    assert actions.switch_off_regulation(regulation, by=director) == 1

    call = calls().get()
    assert (call.status, call.held_by, call.steps.count()) == (Status.DROPPED, director, 1)
    assert plan_due() == 0
    actions.switch_on_regulation(regulation, by=director)
    assert plan_due() == 1
