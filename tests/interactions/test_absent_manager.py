"""Who is away makes no calls: those that the firm owes are the whole desk's."""

import pytest
from django.urls import reverse

from interactions import actions, worklist
from interactions.models import Interaction
from tests import given

pytestmark = pytest.mark.django_db


def owed_by(person):
    ready = given.ready_order(by=person)
    return Interaction.objects.get(subject_id=ready.pk, subject_type="orders.workorder")


def lone(like):
    return given.employee(role=given.role("own", rights=like.role.rights, scope="own"))


def test_the_desk_sees_owed_calls_of_the_absent_even_where_each_sees_only_their_own(olga, vera):
    call, colleague = owed_by(olga), lone(olga)
    assert call not in Interaction.objects.visible_to(colleague)

    given.absence(olga, vera)

    assert call in Interaction.objects.visible_to(colleague)


def test_what_the_absent_has_planned_by_themselves_stays_theirs(olga, vera):
    call, colleague = given.planned_call(by=olga), lone(olga)

    given.absence(olga, vera)

    assert call not in Interaction.objects.visible_to(colleague)


def test_another_office_has_a_desk_of_its_own(olga, vera):
    call, role = owed_by(olga), lone(olga).role
    elsewhere = given.employee(role=role, office=given.office("Офис на Соколе"))

    given.absence(olga, vera)

    assert call not in Interaction.objects.visible_to(elsewhere)


def test_they_come_after_ones_own_and_before_those_of_colleagues(olga, vera):
    kate = given.employee()
    of_kate, of_olga = owed_by(kate), owed_by(olga)
    own = given.planned_call(by=vera, in_hours=1)
    given.absence(olga, kate)

    order = list(Interaction.objects.visible_to(vera).own_first(vera))

    assert order == [own, of_olga, of_kate]
    due = Interaction.objects.visible_to(vera)
    assert list(due.after(own, vera).own_first(vera)) == [of_olga, of_kate]
    assert list(due.after(of_olga, vera).own_first(vera)) == [of_kate]
    assert worklist.following(vera, after=own) == of_olga


@pytest.mark.parametrize("page", ["today", "interactions:calls"])
def test_they_are_marked_whose_they_are(login, olga, vera, page):
    owed_by(olga)
    absence = given.absence(olga, vera, days=3)

    shown = login(vera).get(reverse(page)).content.decode()

    assert olga.short_name in shown
    assert f"{absence.last_day:%d.%m.%Y}" in shown


def test_the_desk_hears_of_a_call_that_becomes_owed_meanwhile(olga, vera):
    given.absence(olga, vera)

    call = owed_by(olga)

    assert call.responsible == olga
    assert vera.notifications.filter(url=call.get_absolute_url()).exists()


def test_what_somebody_who_left_would_owe_goes_to_the_desk_in_turn(olga, vera):
    desk = given.department()
    for person in (olga, vera):
        person.department = desk
        person.save()
    ready = given.ready_order(by=olga)
    olga.is_active = False
    olga.save()

    call = actions.owe_call(
        ready.client,
        reason="storage",
        subject=ready,
        responsible=olga,
        office=olga.office,
        purpose="Забрать заказ",
    )

    assert call.responsible == vera
