"""The director keeps regulations, switches them off and on."""

import pytest
from django.urls import reverse

from clients import actions as clients
from core.errors import Refused
from interactions.regulations.planning import plan_due
from tests import given
from tests.interactions.regulations.days import calls, registered

pytestmark = pytest.mark.django_db


def test_two_regulations_may_not_say_the_same(olga):
    given.regulation()

    with pytest.raises(Refused):
        given.regulation(name="То же ещё раз")


def test_a_segment_that_a_regulation_needs_is_not_removed(olga):
    segment = given.segment(by=olga)
    given.regulation(segment=segment)

    with pytest.raises(Refused, match="Не реже раза в месяц"):
        clients.remove_segment(segment, by=olga)


def test_the_director_keeps_a_regulation_and_sees_whom_it_concerns(login, htmx, olga):
    registered(40, "Мария Светлова", by=olga)
    registered(5, "Пётр Ильин", "8 916 000-11-22", by=olga)
    browser = login(given.employee("director"))
    typed = {"name": "Раз в месяц", "rhythm": "every", "days": 30, "purpose": "Узнать, как дела"}

    counted = browser.post(reverse("interactions:count_regulation"), typed, headers=htmx)
    kept = browser.post(reverse("interactions:add_regulation"), typed)

    assert (counted.context["clients"], counted.context["tomorrow"]) == (2, 1)
    assert kept.status_code == 302
    listed = browser.get(reverse("interactions:regulations")).content.decode()
    assert "Раз в месяц" in listed


def test_what_is_typed_wrong_is_said_at_the_field(login):
    browser = login(given.employee("director"))
    typed = {"name": "После выдачи", "rhythm": "after", "days": 3, "purpose": "Узнать"}

    answer = browser.post(reverse("interactions:add_regulation"), typed)

    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"occasion"}


def test_it_is_switched_off_and_on_from_its_page(login, olga):
    registered(40, by=olga)
    regulation = given.regulation()
    plan_due()
    browser = login(given.employee("director"))

    browser.post(reverse("interactions:switch_off_regulation", args=[regulation.pk]))
    assert calls().planned().count() == 0
    browser.post(reverse("interactions:switch_on_regulation", args=[regulation.pk]))
    regulation.refresh_from_db()
    assert regulation.is_active
