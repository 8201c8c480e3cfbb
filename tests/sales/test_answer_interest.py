"""The first answer: by a mark or by a talk; unanswered it warns, and then it escalates."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from company.deadlines.ringing import warn_of_due
from core import clock
from core.errors import Refused
from interactions import actions as interactions
from interactions.models import Interaction, InteractionKind
from sales.interests import actions
from sales.interests.lifecycle import InterestStatus
from tests import given

pytestmark = pytest.mark.django_db
MONDAY_NOON = datetime(2026, 11, 16, 12, 0, tzinfo=timezone.get_default_timezone())
HOUR = timedelta(hours=1)


@pytest.fixture
def interest(olga):
    with clock.at(MONDAY_NOON):
        return given.interest(by=olga, wish="Зеркало в прихожую")


def outgoing():
    return InteractionKind.objects.usual("call", "out")


def test_a_talk_noted_from_the_interest_is_the_answer_and_stands_in_the_history(interest, olga):
    with clock.at(MONDAY_NOON + HOUR):
        done = actions.answer(interest, by=olga, note="Назвала цену", kind=outgoing())

    assert done.status == InterestStatus.ANSWERED
    assert done.answer_minutes == 60
    talk = Interaction.objects.about(interest).get()
    assert (talk.note, talk.client) == ("Назвала цену", interest.client)


def test_a_planned_talk_about_it_is_the_answer_once_it_is_held(interest, olga):
    with clock.at(MONDAY_NOON):
        call = interactions.register(
            interest.client,
            by=olga,
            kind=outgoing(),
            purpose="Цена",
            planned_at=MONDAY_NOON + HOUR,
            about=interest,
        )
        interest.refresh_from_db()
        assert interest.is_unanswered

    with clock.at(MONDAY_NOON + 2 * HOUR):
        interactions.hold(call, by=olga, result="reached")

    interest.refresh_from_db()
    assert interest.status == InterestStatus.ANSWERED
    assert interest.answer_minutes == 120


def test_a_talk_about_something_else_is_none(interest, olga):
    interactions.register(interest.client, by=olga, kind=outgoing(), purpose="Заказ готов")

    interest.refresh_from_db()
    assert interest.is_unanswered


def test_nobody_answers_first_twice(interest, olga):
    actions.answer(interest, by=olga)

    with pytest.raises(Refused):
        actions.answer(interest, by=olga)


def test_who_is_responsible_is_warned_and_then_the_director_hears_of_it_once(
    interest, olga, director, bells
):
    with clock.at(MONDAY_NOON + HOUR):
        warn_of_due()
    assert len(bells(olga)) == 1
    with clock.at(MONDAY_NOON + 2 * HOUR):
        warn_of_due()
        warn_of_due()
    assert len(bells(olga)) == 2
    assert bells(director) == []

    with clock.at(MONDAY_NOON + 3 * HOUR):
        warn_of_due()
        warn_of_due()

    assert bells(director) == [
        "Нет ответа (Ольшанская О.): " + f"{interest.client.name}. {interest}"
    ]


def test_once_it_is_answered_nobody_is_warned(interest, olga, director, bells):
    with clock.at(MONDAY_NOON + HOUR / 2):
        actions.answer(interest, by=olga)

    with clock.at(MONDAY_NOON + timedelta(days=3)):
        warn_of_due()

    assert bells(olga) == bells(director) == []


def test_the_page_takes_the_answer(login, interest, olga):
    browser = login(olga)
    page = browser.get(interest.get_absolute_url())
    assert page.status_code == 200

    browser.post(
        reverse("sales:answer_interest", args=[interest.pk]),
        {"kind": outgoing().pk, "note": "Договорились о замере"},
    )

    interest.refresh_from_db()
    assert interest.status == InterestStatus.ANSWERED
    assert "Договорились о замере" in browser.get(interest.get_absolute_url()).content.decode()
