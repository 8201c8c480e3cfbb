"""Who is asked, who may answer, what is said to whom."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse

from company.approvals import actions
from company.models import Approval
from core.errors import Refused
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def director():
    return given.employee("director", last_name="Воронина", first_name="Елена")


def test_whoever_may_answer_hears_of_it_and_nobody_else(director):
    colleague, elsewhere = given.employee("manager"), given.employee("accountant")

    asked = given.approval()

    assert [line.url for line in director.notifications.all()] == [asked.get_absolute_url()]
    assert not colleague.notifications.exists()
    assert not elsewhere.notifications.exists()
    assert list(Approval.objects.waiting_for(director)) == [asked]


def test_the_answer_comes_back_with_its_words(director):
    olga = given.employee("manager")
    asked = given.approval(by=olga)

    actions.refuse(asked, by=director, words="Маржи не останется")

    asked.refresh_from_db()
    assert (asked.answered_by, asked.answer, asked.is_refused) == (
        director,
        "Маржи не останется",
        True,
    )
    assert "Отказано" in olga.notifications.get().text
    assert asked.steps.get().note == "Маржи не останется"


def test_a_refusal_needs_words(director):
    asked = given.approval()

    with pytest.raises(Refused, match="почему"):
        actions.refuse(asked, by=director, words="  ")


def test_without_a_reason_nothing_is_asked():
    with pytest.raises(Refused, match="почему"):
        given.approval(reason=" ")


def test_asked_twice_the_same_it_stays_one_question(director):
    olga = given.employee("manager")
    order = given.calculation(by=olga)

    first, second = [given.approval(order, by=olga) for _each in range(2)]

    assert first == second
    assert director.notifications.count() == 1


def test_asked_for_something_else_the_old_question_is_withdrawn():
    olga = given.employee("manager")
    order = given.calculation(by=olga)
    given.approval(order, by=olga)

    given.approval(order, by=olga, percent=20)

    assert Approval.objects.waiting().get().measure == 20


def test_who_has_the_right_decides_alone_and_at_once(director):
    decided = given.approval(by=director)

    assert decided.is_approved
    assert decided.is_decided_alone
    assert not director.notifications.exists()


def test_above_the_own_limit_even_a_commercial_director_asks(director):
    commercial = given.employee("commercial")

    asked = given.approval(by=commercial, percent=30)

    assert asked.is_waiting
    with pytest.raises(PermissionDenied):
        actions.approve(asked, by=commercial)


def test_a_right_for_the_own_office_only_answers_nothing_of_another():
    right = "orders.approve_discount_workorder"
    head = given.employee(role=given.role("head", rights=[right], discount_limit=50))
    elsewhere = given.employee("manager", office=given.office("Офис на Соколе"))

    near, far = given.approval(), given.approval(by=elsewhere)

    assert list(Approval.objects.waiting_for(head)) == [near]
    assert far.whose_right(head) is None


def test_a_colleague_does_not_answer(login):
    asked, colleague = given.approval(), given.employee("manager")

    answer = login(colleague).post(reverse("company:approve", args=[asked.pk]))

    assert answer.status_code == 403


def test_the_one_who_asked_withdraws_it_and_nobody_else(director):
    asked = given.approval()
    with pytest.raises(PermissionDenied):
        actions.withdraw(asked, by=director)

    actions.withdraw(asked, by=asked.asked_by)

    with pytest.raises(Refused, match="сняли"):
        actions.approve(asked, by=director)


def test_the_page_says_what_is_asked_and_takes_the_answer(login, director):
    asked = given.approval()
    browser = login(director)

    shown = browser.get(asked.get_absolute_url()).text.replace("\xa0", " ")
    answer = browser.post(reverse("company:approve", args=[asked.pk]), {"words": "Ладно"})

    assert "Скидка 15 %, предел менеджера 5 %" in shown
    assert "Мария Светлова" in shown
    assert answer["Location"] == asked.get_absolute_url()
    asked.refresh_from_db()
    assert (asked.is_approved, asked.answer) == (True, "Ладно")


def test_today_shows_a_director_what_waits_and_a_manager_nothing(login, director):
    asked = given.approval()

    assert asked.get_absolute_url() in login(director).get(reverse("today")).text
    assert asked.get_absolute_url() not in login(asked.asked_by).get(reverse("today")).text


def test_the_list_tells_what_waits_for_whom(login, director):
    asked, done = given.approval(), given.approval()
    actions.approve(done, by=director)
    page = reverse("company:approvals")

    shown = login(director).get(page, {"chip": "for_me"}).text

    assert asked.get_absolute_url() in shown
    assert done.get_absolute_url() not in shown


@pytest.mark.django_db(transaction=True)
def test_of_two_directors_at_once_one_answers_and_the_other_learns_it():
    directors = [given.employee("director") for _each in range(2)]
    asked = given.approval()
    start = Barrier(2)

    def answer(director):
        try:
            start.wait()
            return actions.approve(asked, by=director)
        except Refused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as hands:
        answers = list(hands.map(answer, directors))

    refused = [each for each in answers if isinstance(each, Refused)]
    asked.refresh_from_db()
    assert len(refused) == 1
    assert asked.answered_by.short_name in refused[0].message
