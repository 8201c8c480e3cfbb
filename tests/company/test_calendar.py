"""Working days: the production calendar with its moved days, and the firm's own."""

from datetime import date

import pytest
from django.urls import reverse

from company import actions, year
from company.calendar import WorkCalendar, official_working_day
from company.models import CalendarException
from tests import given

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2025, 11, 1), True),  # a working Saturday
        (date(2025, 11, 3), False),
        (date(2026, 1, 9), False),
        (date(2027, 2, 20), True),
        (date(2026, 11, 23), True),
    ],
)
def test_moved_days_are_known(day, works):
    assert official_working_day(day) is works


@pytest.mark.parametrize(("asked", "days"), [(2024, 248), (2025, 247), (2026, 247), (2027, 247)])
def test_a_year_has_the_official_number_of_working_days(asked, days):
    assert sum(month.working_days for month in year.months(asked)) == days


def test_the_firms_own_day_off_moves_the_count():
    friday = date(2026, 11, 20)
    actions.change_day(
        date(2026, 11, 23), is_working=False, note="Инвентаризация", by=given.employee("director")
    )

    assert WorkCalendar(friday).add(friday, 1) == date(2026, 11, 24)


def test_a_day_put_back_as_it_is_officially_is_kept_no_more():
    director, saturday = given.employee("director"), date(2026, 11, 21)
    actions.change_day(saturday, is_working=True, note="", by=director)
    assert CalendarException.objects.count() == 1

    actions.change_day(saturday, is_working=False, note="", by=director)

    assert CalendarException.objects.count() == 0


def test_the_page_opens_a_day_and_keeps_the_choice(login):
    page = login(given.employee("director"))

    assert page.get(reverse("company:calendar"), {"day": "2026-11-21"}).context["form"]
    page.post(
        reverse("company:change_day"),
        {"day": "2026-11-21", "is_working": "yes", "note": "Много заказов"},
    )

    assert CalendarException.objects.get().note == "Много заказов"


@pytest.mark.parametrize("query", ["day=2026-02-30", "day=x", "year=99999", "year=0001", "year=²"])
def test_nonsense_in_the_address_shows_a_year_all_the_same(login, query):
    page = login(given.employee("director"))

    assert page.get(f"{reverse('company:calendar')}?{query}").status_code == 200


def test_a_year_without_published_moves_says_so(login):
    page = login(given.employee("director"))

    assert not page.get(reverse("company:calendar"), {"year": 2040}).context["moves_are_known"]
    assert page.get(reverse("company:calendar"), {"year": 2026}).context["moves_are_known"]
