"""What clients have agreed to, by which words, and what they took back."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clients import actions
from clients.models import Client, Consent, ConsentText
from clients.personal.consents import may_be_advertised_to
from clients.segments import Group, matching
from core import clock, registry
from core.errors import Refused
from core.models import Attachment
from interactions.actions import register
from interactions.models import InteractionPurpose
from tests import given
from tests.core.files import png

pytestmark = pytest.mark.django_db


@pytest.fixture
def text():
    return ConsentText.objects.create(name="Реклама, 1", purpose="advertising", text="Согласен")


def agreed(client, by, *channels):
    return actions.give_consent(
        client, by=by, purpose="advertising", channels=channels or ["phone"], source="paper"
    )


def test_each_channel_is_agreed_to_by_itself(olga, text):
    card = given.client(by=olga)
    agreed(card, olga, "phone", "sms")
    assert may_be_advertised_to(card, "phone")
    assert not may_be_advertised_to(card, "email")
    assert list(Client.objects.may_be_advertised_to("sms")) == [card]
    assert not Client.objects.may_be_advertised_to("email").exists()


def test_a_consent_keeps_the_words_in_force_on_its_day(olga, text):
    card, today = given.client(by=olga), clock.today()
    text.valid_from = today - timedelta(days=90)
    text.save()
    newer = ConsentText.objects.create(
        name="Реклама, 2", purpose="advertising", text="Согласна", valid_from=today
    )
    [late] = agreed(card, olga, "phone")
    [early] = actions.give_consent(
        card,
        by=olga,
        purpose="advertising",
        channels=["post"],
        source="paper",
        given_at=clock.midnight(today - timedelta(days=10)),
    )
    assert (late.text, early.text) == (newer, text)


def test_without_words_in_force_nothing_is_agreed_to(olga):
    with pytest.raises(Refused):
        agreed(given.client(by=olga), olga)
    assert not Consent.objects.exists()


def test_a_text_that_somebody_agreed_to_does_not_change(olga, text, login):
    agreed(given.client(by=olga), olga)
    url = reverse("company:edit_entry", args=["consent-texts", text.pk])
    typed = {"name": "Реклама, 1", "purpose": "advertising", "valid_from": text.valid_from}
    typed["valid_months"] = 0
    browser = login(given.employee("director"))
    answer = browser.post(url, {**typed, "text": "Согласен на всё"})
    assert answer.status_code == 422
    text.refresh_from_db()
    assert text.text == "Согласен"
    unused = ConsentText.objects.create(name="Фото, 1", purpose="photo", text="Согласен")
    url = reverse("company:edit_entry", args=["consent-texts", unused.pk])
    typed = {**typed, "name": "Фото, 1", "purpose": "photo", "text": "Согласна"}
    assert browser.post(url, typed).status_code == 302


def test_withdrawn_it_counts_no_more_at_once(olga, text):
    card, heard = given.client(by=olga), []
    [consent] = agreed(card, olga)
    registry.react("consent_withdrawn", lambda found, by: heard.append((found.pk, by)))
    actions.withdraw_consent(consent, by=olga, note="По телефону")
    assert not may_be_advertised_to(card, "phone")
    assert (consent.withdrawn_by, consent.withdrawal_note) == (olga, "По телефону")
    assert heard == [(consent.pk, olga)]
    with pytest.raises(Refused):
        actions.withdraw_consent(consent, by=olga)
    agreed(card, olga)
    assert may_be_advertised_to(card, "phone")


def test_the_same_is_not_noted_twice(olga, text):
    card = given.client(by=olga)
    agreed(card, olga, "phone")
    with pytest.raises(Refused):
        agreed(card, olga, "phone")
    agreed(card, olga, "phone", "sms")
    assert card.consents.count() == 2


def test_advertising_without_consent_is_refused(olga, text):
    InteractionPurpose.objects.create(name="Новинки", is_advertising=True)
    card = given.client(by=olga)
    call = {"by": olga, "channel": "call", "direction": "out"}
    with pytest.raises(Refused):
        register(card, purpose="Новинки", **call)
    register(card, purpose="Спросить о размере", **call)
    register(card, by=olga, channel="call", direction="in", purpose="Новинки")
    agreed(card, olga, "phone")
    register(card, purpose="новинки", **call)
    assert card.interactions.count() == 3


def test_segments_know_who_agreed(olga, text):
    card = given.client(by=olga)
    given.client("Пётр Ильин", by=olga)
    agreed(card, olga, "email")
    for code, found in (("advertising", {card}), ("advertising_email", {card})):
        assert set(matching(Group(parts=[given.condition(code, "yes")]))) == found
    assert not matching(Group(parts=[given.condition("advertising_sms", "yes")])).exists()
    assert matching(Group(parts=[given.condition("advertising", "no")])).count() == 1


def test_by_the_pages_from_giving_to_withdrawing(olga, text, login):
    card, browser = given.client(by=olga), login(olga)
    typed = {"purpose": "advertising", "source": "paper", "given_on": clock.today().isoformat()}
    url = reverse("clients:give_consent", args=[card.pk])
    assert browser.post(url, typed).status_code == 422  # no channel
    scan = SimpleUploadedFile("согласие.png", png())
    answer = browser.post(url, {**typed, "channels": ["phone", "email"], "file": scan})
    assert answer.status_code == 302
    first = card.consents.order_by("pk").first()
    assert Attachment.objects.of(first).count() == 1
    page = browser.get(card.get_absolute_url()).content.decode()
    assert "Реклама: Звонки" in page
    assert "Без рекламы" not in page
    url = reverse("clients:withdraw_consent", args=[first.pk])
    assert "Согласен" in browser.get(url).content.decode()
    browser.post(url, {"note": "Письмом"})
    first.refresh_from_db()
    assert first.withdrawn_at


def test_a_new_client_may_sign_at_once(olga, text, login):
    ConsentText.objects.create(name="Данные, 1", purpose="processing", text="Согласен")
    typed = {"name": "Анна Иванова", "phone": "+7 916 000-11-22", "kind": "person"}
    browser, url = login(olga), reverse("clients:add")
    assert "agrees_to_advertising" in browser.get(url).content.decode()
    browser.post(url, {**typed, "agrees_to_processing": "on"})
    card = Client.objects.get(name="Анна Иванова")
    assert [each.purpose for each in card.consents.all()] == ["processing"]


def test_the_form_of_a_new_client_asks_nothing_without_texts(olga, login):
    assert "agrees_to" not in login(olga).get(reverse("clients:add")).content.decode()


def test_the_page_of_a_client_costs_the_same_whatever_was_agreed_to(
    olga, text, login, django_assert_max_num_queries
):
    card, browser = given.client(by=olga), login(olga)
    url = card.get_absolute_url()
    browser.get(url)
    agreed(card, olga, "phone")
    with CaptureQueriesContext(connection) as before:
        browser.get(url)
    agreed(card, olga, "sms", "email", "post")
    with django_assert_max_num_queries(len(before)):
        browser.get(url)
