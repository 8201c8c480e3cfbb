"""Work that nobody fetches: two warnings, after the storage term and before a sale (ГК РФ 738)."""

from datetime import date

import pytest
from django.urls import reverse

from core import clock, documents
from core.errors import Refused
from core.models import OutgoingMessage
from orders import actions
from tests import given
from tests.orders.waiting import READY_AT, after, beat, ready_order
from tests.paper import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(olga):
    return ready_order(by=olga)


def test_at_the_end_of_the_storage_term_people_learn_once_that_a_warning_is_due(order, director):
    def rings(person):
        return person.notifications.filter(key__startswith="storage-warning:").count()

    beat(days=29)
    assert rings(director) == 0

    beat(days=30)
    beat(days=31)

    assert (rings(director), rings(order.manager)) == (1, 1)
    assert not order.storage_warnings.exists()


def test_a_person_writes_the_warning_paper_and_letter(order, director):
    with after(days=30):
        warning = actions.warn_of_storage(order, by=director)

    words = words_of(documents.pdf_of(warning.document))
    assert (warning.number, warning.is_mailed) == (1, True)
    for said in ("Предупреждение", order.number, "02.03.2026", "738", "1 768"):
        assert said in words.replace("\xa0", " ")
    letter = OutgoingMessage.objects.get()
    assert (letter.to, letter.documents.get()) == ("maria@example.ru", warning.document)


def test_without_an_email_the_paper_alone_is_made(director):
    with clock.at(READY_AT):
        silent = given.ready_order()

    with after(days=30):
        assert not actions.warn_of_storage(silent, by=director).is_mailed

    assert not OutgoingMessage.objects.exists()


def test_too_early_there_is_no_warning(order, director):
    with after(days=29), pytest.raises(Refused, match=r"01\.04\.2026"):
        actions.warn_of_storage(order, by=director)


def test_the_second_follows_only_after_the_set_days_and_tells_of_the_sale(order, director):
    with after(days=30):
        actions.warn_of_storage(order, by=director)
    with after(days=59), pytest.raises(Refused):
        actions.warn_of_storage(order, by=director)

    with after(days=60):
        second = actions.warn_of_storage(order, by=director)

    assert second.number == 2
    assert "01.07.2026" in words_of(documents.pdf_of(second.document))
    with after(days=90), pytest.raises(Refused):
        actions.warn_of_storage(order, by=director)


def test_the_director_warns_all_that_are_selected_and_due(login, order, director):
    with after(days=15):
        early = given.ready_order()

    with after(days=30):
        answer = login(director).post(
            reverse("orders:warn_unclaimed"), {"pk": [order.pk, early.pk]}, follow=True
        )

    assert [order.storage_warnings.count(), early.storage_warnings.count()] == [1, 0]
    assert early.number in answer.content.decode()


def test_the_warning_is_written_from_the_orders_page(login, order, director):
    beat(days=30)
    with after(days=30):
        page = login(director).get(order.get_absolute_url()).content.decode()
        address = reverse("orders:warn_of_storage", args=[order.pk])
        assert address in page
        login(director).post(address)
        page = login(director).get(order.get_absolute_url()).content.decode()

    warning = order.storage_warnings.get()
    assert reverse("core:document", args=[warning.document_id]) in page
    assert address not in page


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 5, 1), date(2026, 7, 1)),
        (date(2026, 12, 31), date(2027, 2, 28)),
        (date(2026, 11, 15), date(2027, 1, 15)),
    ],
)
def test_two_months_end_on_the_same_day_or_the_last_one(day, later):
    assert clock.months_later(day, 2) == later
