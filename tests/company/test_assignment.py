"""Something is given into other hands: who answers, who hears, what stays visible."""

import pytest
from django.core.exceptions import PermissionDenied

from company.assignment import actions
from company.assignment.lifecycle import Status
from company.models import Assignment
from core.errors import Refused
from tests import given

pytestmark = pytest.mark.django_db
WORDS = "Переведите себе клиента"


@pytest.fixture
def mary(olga):
    return given.client(by=olga)


def offer(subject, to, by, note=""):
    return actions.offer(subject, to=to, by=by, words=WORDS, note=note)


def bells(person):
    return [line.text for line in person.notifications.order_by("pk")]


def test_whoever_gets_it_hears_and_whoever_gave_it_hears_the_answer(mary, olga, vera):
    offer(mary, vera, olga, note="Я в отпуске")

    accepted = actions.accept(mary, by=vera)

    assert bells(vera) == [WORDS]
    assert bells(olga) == ["Верина О., принято: Мария Светлова"]
    assert (accepted.status, accepted.answered_by, accepted.note) == (
        Status.ACCEPTED,
        vera,
        "Я в отпуске",
    )


def test_it_is_declined_in_words(mary, olga, vera):
    offer(mary, vera, olga)

    with pytest.raises(Refused, match="почему"):
        actions.decline(mary, by=vera, note=" ")
    declined = actions.decline(mary, by=vera, note="Не мой участок")

    assert (declined.is_declined, declined.answer) == (True, "Не мой участок")
    assert "Не мой участок" in bells(olga)[0]


def test_nobody_else_answers(mary, olga, vera):
    offer(mary, vera, olga)

    with pytest.raises(PermissionDenied):
        actions.accept(mary, by=given.employee())


def test_anybody_of_a_department_takes_it_and_only_one(mary, olga):
    shop = given.department("Производственный цех")
    ilya, semyon = given.employee("worker", department=shop), given.employee(department=shop)
    offer(mary, shop, olga)

    actions.accept(mary, by=ilya)

    assert bells(ilya) == bells(semyon) == [WORDS]
    with pytest.raises(Refused, match="никто"):
        actions.accept(mary, by=semyon)


def test_given_on_it_is_taken_back_from_the_first_and_the_chain_stays(mary, olga, vera):
    third = given.employee()
    offer(mary, vera, olga)

    offer(mary, third, olga)

    chain = Assignment.objects.of(mary)
    assert [(hand.to_employee, hand.status) for hand in chain] == [
        (vera, Status.RECALLED),
        (third, Status.OFFERED),
    ]
    assert len(bells(vera)) == 2
    assert "Мария Светлова" in bells(vera)[1]


def test_each_answer_is_kept_with_who_and_when(mary, olga, vera):
    assignment = offer(mary, vera, olga)

    actions.decline(mary, by=vera, note="Занята")

    step = assignment.steps.get()
    assert (step.step, step.by, step.note) == ("decline", vera, "Занята")
