"""Whose personal data nothing holds any more: found by night, decided by a person."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from clients import actions
from clients.jobs import end_terms_of_personal_data
from clients.models import Client, ClientSummary, Consent, ConsentText, DataTerm, Erasure
from clients.personal.retention import earlier
from company.models import Firm, Notification
from core import clock
from core.errors import Refused
from tests import given

pytestmark = pytest.mark.django_db
LONG_AGO = timedelta(days=7 * 365)


@pytest.fixture
def director():
    return given.employee("director")


def old(name="Мария Светлова", **fields):
    return given.client(name, "", created_at=clock.now() - LONG_AGO, **fields)


def agreed(client, by, *, days_ago, purpose="processing", months=0):
    """A consent that was given so many days ago, by a text for so many months."""
    ConsentText.objects.get_or_create(
        purpose=purpose,
        name=f"{purpose} {months}",
        defaults={"valid_from": date(2015, 1, 1), "text": "Согласен", "valid_months": months},
    )
    channels = ["phone"] if purpose == "advertising" else []
    facts = {"purpose": purpose, "channels": channels, "source": "paper"}
    moment = clock.now() - timedelta(days=days_ago)
    return actions.give_consent(client, by=by, given_at=moment, **facts)[0]


def withdrawn(client, by, *, days_ago):
    given_ = agreed(client, by, days_ago=days_ago + 1)
    with clock.at(clock.now() - timedelta(days=days_ago)):
        return actions.withdraw_consent(given_, by=by)


def listed():
    return {term.client.name: term.ground for term in DataTerm.objects.select_related("client")}


def test_who_has_not_been_heard_of_for_the_firms_term_is_listed():
    silent, fresh = old("Давняя"), given.client("Недавняя", "")
    given.client("Фирма", "", kind="organisation", created_at=clock.now() - LONG_AGO)

    end_terms_of_personal_data()

    assert listed() == {"Давняя": "idle"}
    term = silent.data_term
    created = clock.midnight(term.ended_on)
    assert created < clock.now()
    assert not hasattr(Client.objects.get(pk=fresh.pk), "data_term")


def test_an_order_a_talk_or_a_consent_within_the_term_keeps_them_off(director):
    ordered, talked, agreeing = old("Заказ"), old("Разговор"), old("Согласие")
    ClientSummary.objects.filter(client=ordered).update(last_order_at=clock.now())
    given.planned_call(talked)
    agreed(agreeing, director, days_ago=3000, purpose="advertising")

    end_terms_of_personal_data()

    assert listed() == {}


def test_without_a_term_of_the_firm_only_withdrawals_are_found(director):
    Firm.objects.update(data_kept_years=0)
    old("Давняя")
    withdrawn(given.client("Отозвала", ""), director, days_ago=40)

    end_terms_of_personal_data()

    assert listed() == {"Отозвала": "withdrawn"}


def test_thirty_days_after_a_withdrawal_the_data_is_asked_about(director):
    maria = given.client("Мария", "")
    taken = withdrawn(maria, director, days_ago=29)
    end_terms_of_personal_data()
    assert listed() == {}

    with clock.at(taken.withdrawn_at + timedelta(days=30, hours=1)):
        end_terms_of_personal_data()

    assert listed() == {"Мария": "withdrawn"}


def test_a_new_consent_takes_them_off_again(director):
    maria = given.client("Мария", "")
    withdrawn(maria, director, days_ago=40)
    end_terms_of_personal_data()
    assert listed()

    agreed(maria, director, days_ago=0)
    end_terms_of_personal_data()

    assert listed() == {}


def test_a_consent_for_a_time_ends_by_itself_once(director):
    maria = given.client("Мария", "")
    ending = agreed(maria, director, days_ago=400, months=12)
    lasting = agreed(given.client("Вера", ""), director, days_ago=300, months=12)

    end_terms_of_personal_data()
    end_terms_of_personal_data()

    ending.refresh_from_db()
    lasting.refresh_from_db()
    assert (ending.stands, ending.withdrawn_by.is_robot) == (False, True)
    assert ending.withdrawal_note == "Срок истёк"
    assert lasting.stands
    assert Consent.objects.standing().count() == 1


def test_who_answers_for_it_hears_once(director):
    old("Давняя")
    for _night in range(3):
        end_terms_of_personal_data()

    (bell,) = Notification.objects.filter(recipient=director)
    assert bell.text == "Истёк срок хранения персональных данных 1 клиента."
    assert reverse("clients:data_terms") in bell.url


def test_what_is_left_with_a_reason_is_not_asked_about_again(director):
    client = old()
    end_terms_of_personal_data()

    actions.keep_data(client, by=director, reason="Гарантия по решению суда")
    end_terms_of_personal_data()

    term = DataTerm.objects.get()
    assert (term.kept_by, term.kept_reason) == (director, "Гарантия по решению суда")
    assert not DataTerm.objects.open().exists()


def test_leaving_asks_for_a_reason_and_a_right(director):
    client = old()
    end_terms_of_personal_data()

    with pytest.raises(Refused):
        actions.keep_data(client, by=director, reason=" ")
    with pytest.raises(PermissionDenied):
        actions.keep_data(client, by=given.employee(), reason="Так надо")
    actions.keep_data(client, by=director, reason="Спор")
    with pytest.raises(Refused):
        actions.keep_data(client, by=director, reason="Спор")


def test_the_list_leads_to_erasing_which_takes_it_off(login, director):
    client = old()
    end_terms_of_personal_data()
    browser = login(director)

    page = browser.get(reverse("clients:data_terms"), {"chip": "open"})
    (row,) = page.context["list"].body()
    asked = browser.get(row["url"]).content.decode()
    assert "Срок хранения данных истёк" in asked
    typed = {"reason": "Срок истёк", "is_sure": "on"}
    assert browser.post(reverse("clients:erase", args=[client.pk]), typed).status_code == 302

    assert Erasure.objects.filter(client=client).exists()
    end_terms_of_personal_data()
    assert listed() == {}


def test_leaving_goes_by_the_page(login, director):
    client = old()
    end_terms_of_personal_data()

    answer = login(director).post(
        reverse("clients:keep_data", args=[client.pk]), {"reason": "Спор"}, follow=True
    )

    assert "Спор" in answer.content.decode()


def test_the_list_costs_as_many_queries_for_many(login, director, django_assert_max_num_queries):
    browser = login(director)
    for number in range(15):
        old(f"Клиент {number}")
    end_terms_of_personal_data()
    browser.get(reverse("clients:data_terms"))

    with django_assert_max_num_queries(12):
        assert len(browser.get(reverse("clients:data_terms")).context["list"].body()) == 15


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 11, 22), 60, date(2021, 11, 22)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2021, 11, 22), -60, date(2026, 11, 22)),
    ],
)
def test_months_before(day, months, before):
    assert earlier(day, months) == before
