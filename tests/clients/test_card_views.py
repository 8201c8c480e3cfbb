"""Who has looked at a client's card."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clients.jobs import forget_old_card_views
from clients.models import CardView
from company.models import Firm
from core import clock
from tests import given

pytestmark = pytest.mark.django_db


def test_once_an_hour_however_often_it_is_opened(login):
    olga, card = given.employee(), given.client()
    browser, noon = login(olga), clock.now().replace(minute=5)
    for minutes in (0, 10, 20, 65):
        with clock.at(noon + timedelta(minutes=minutes)):
            browser.get(card.get_absolute_url())
    seen = CardView.objects.filter(client=card)
    assert [each.employee for each in seen] == [olga, olga]


def test_the_first_look_of_an_hour_costs_one_query_and_the_next_none(login):
    olga, card = given.employee(), given.client()
    browser = login(olga)

    def inserts():
        with CaptureQueriesContext(connection) as found:
            browser.get(card.get_absolute_url())
        return [each["sql"] for each in found if "INSERT INTO clients_cardview" in each["sql"]]

    (first,) = inserts()

    assert "ON CONFLICT DO NOTHING" in first
    assert inserts() == []


def test_a_page_that_is_refused_is_no_look(login):
    stranger = given.employee(office=given.office("Салон"))
    card = given.client(by=given.employee())
    assert login(stranger).get(card.get_absolute_url()).status_code == 404
    assert not CardView.objects.exists()


def test_the_director_sees_who_looked(login):
    olga, card, other = given.employee(), given.client(), given.client("Пётр Ильин")
    for each in (card, other):
        login(olga).get(each.get_absolute_url())
    url = reverse("clients:card_views")
    page = login(given.employee("director")).get(url, {"client": card.pk}).content.decode()
    assert olga.last_name in page
    assert card.name in page
    assert other.name not in page
    assert login(olga).get(url).status_code == 403


def test_it_is_forgotten_after_the_firm_s_term():
    olga, card, now = given.employee(), given.client(), clock.now()
    Firm.objects.update(views_kept_days=30)
    for days in (40, 20):
        hour = now - timedelta(days=days)
        CardView.objects.create(client=card, employee=olga, hour=hour)
    forget_old_card_views()
    assert [(now - each.hour).days for each in CardView.objects.all()] == [20]
