"""A deferral is agreed within the policy, and asked beyond it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from catalog.actions import agree_payment_terms
from company.approvals import actions as approvals
from company.deadlines.terms import Unit
from company.models import Approval
from core.errors import Refused
from tests import given

pytestmark = pytest.mark.django_db
WHY = "Тендер на год"


@pytest.fixture
def client():
    given.discount_rule("Всем", 5, deferral_days=10)
    return given.client()


def agreed(client, by, days, unit=Unit.WORKING_DAYS, **more):
    asked = agree_payment_terms(client, by=by, deferral_days=days, deferral_unit=unit, **more)
    client.refresh_from_db()
    return asked


def test_what_the_policy_gives_the_manager_agrees_alone(olga, client):
    assert agreed(client, olga, 14, Unit.DAYS) is None
    assert (client.deferral_days, client.deferral_unit) == (14, Unit.DAYS)


def test_more_is_asked_with_a_reason_and_given_once_it_is_approved(olga, client):
    director = given.employee("director")
    with pytest.raises(Refused, match="почему"):
        agreed(client, olga, 30)

    asked = agreed(client, olga, 30, reason=WHY)
    assert "30 рабочих дней; по политике — 10 рабочих дней" in asked.sentence
    assert client.deferral_days == 0

    approvals.approve(asked, by=director)
    client.refresh_from_db()
    assert client.deferral_days == 30


def test_who_sets_terms_gives_more_alone_and_it_stays_on_record(client):
    director = given.employee("director")
    agreed(client, director, 30)

    assert client.deferral_days == 30
    assert Approval.objects.get().is_approved


def test_what_is_agreed_already_may_stay_and_become_less(olga, client):
    agreed(client, given.employee("director"), 30)

    assert agreed(client, olga, 30) is None
    assert agreed(client, olga, 20) is None
    assert client.deferral_days == 20


def test_less_withdraws_the_question_about_more(olga, client):
    agreed(client, olga, 30, reason=WHY)
    agreed(client, olga, 5)
    assert not Approval.objects.waiting().exists()


def test_without_a_policy_every_deferral_is_a_directors(olga):
    asked = agreed(given.client(), olga, 3, reason=WHY)
    assert asked.is_waiting


def test_a_credit_limit_is_set_by_who_sets_terms(olga, client):
    with pytest.raises(PermissionDenied):
        agreed(client, olga, 5, credit_limit=1000)
    agreed(client, given.employee("director"), 5, credit_limit=1000)
    assert client.credit_limit == 1000


def test_the_page_says_what_the_policy_gives_and_the_card_what_is_agreed(login, olga, client):
    browser, page = login(olga), reverse("catalog:payment_terms", args=[client.pk])
    assert "до 10 рабочих дней: «Всем»" in browser.get(page).text

    answer = browser.post(page, {"deferral_days": "7", "deferral_unit": "working_days"})

    assert answer.status_code == 302
    card = browser.get(client.get_absolute_url()).text
    assert "7 рабочих дней" in card
    page = browser.post(
        page, {"deferral_days": "40", "deferral_unit": "days", "reason": WHY}, follow=True
    )
    assert "40 календарных дней" in page.text
