"""Somebody is away: the deputy answers what is asked of them, and may nothing else."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.urls import reverse

from company.approvals import actions
from company.models import Absence, Approval
from core import clock
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def director():
    return given.employee("director", last_name="Воронина", first_name="Елена")


@pytest.fixture
def deputy():
    return given.employee("manager", last_name="Петров", first_name="Пётр")


def test_a_deputy_hears_answers_and_both_are_named(login, director, deputy):
    given.absence(director, deputy)
    asked = given.approval()

    assert deputy.notifications.count() == 1
    login(deputy).post(reverse("company:approve", args=[asked.pk]))

    asked.refresh_from_db()
    assert (asked.answered_by, asked.instead_of) == (deputy, director)
    shown = login(deputy).get(asked.get_absolute_url()).text
    assert "Петров П." in shown
    assert "замещает: Воронина Е." in shown


def test_a_deputy_without_any_other_page_finds_the_question_on_today(login, director):
    driver = given.employee("driver", role=given.role("driver", rights=[], home="today"))
    given.absence(director, driver)

    asked = given.approval()

    assert asked.get_absolute_url() in login(driver).get(reverse("today")).text
    assert login(driver).get(asked.get_absolute_url()).status_code == 200


def test_after_the_absence_a_deputy_is_nobody(director, deputy):
    given.absence(director, deputy, days=2)
    asked = given.approval()
    with clock.at(clock.now() + timedelta(days=3)):
        assert not Approval.objects.waiting_for(deputy).exists()
        with pytest.raises(PermissionDenied):
            actions.approve(asked, by=deputy)


def test_a_deputy_does_not_answer_their_own_question(director, deputy):
    given.absence(director, deputy)

    asked = given.approval(by=deputy)

    assert asked.is_waiting
    with pytest.raises(PermissionDenied):
        actions.approve(asked, by=deputy)


def test_a_deputy_gets_no_other_right(login, director, deputy):
    given.absence(director, deputy)
    order = given.ready_order(by=deputy)

    answer = login(deputy).post(reverse("orders:allow_debt", args=[order.pk]))

    assert answer.status_code == 403


def test_an_absence_is_entered_in_its_list(login, director, deputy):
    page = reverse("company:add_entry", args=["absences"])
    typed = {
        "employee": director.pk,
        "deputy": deputy.pk,
        "first_day": "2026-12-01",
        "last_day": "2026-12-14",
        "note": "Отпуск",
    }
    browser = login(director)

    backwards = browser.post(page, {**typed, "last_day": "2026-11-30"})
    alone = browser.post(page, {**typed, "deputy": director.pk})
    kept = browser.post(page, typed)

    assert (backwards.status_code, alone.status_code, kept.status_code) == (422, 422, 302)
    assert Absence.objects.get().note == "Отпуск"
    assert "Воронина" in browser.get(reverse("company:dictionary", args=["absences"])).text


def test_nobody_is_their_own_deputy(director):
    with pytest.raises(IntegrityError):
        given.absence(director, director)
