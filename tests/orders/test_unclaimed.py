"""Ready work that nobody fetches: calls by steps, the storage term, two warnings (ГК РФ 738)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core import clock, documents
from core.errors import Refused
from core.models import OutgoingMessage
from interactions import actions as calls
from interactions.models import Interaction
from orders import actions
from orders.jobs import follow_up_unclaimed
from orders.models import WorkOrder
from orders.unclaimed.terms import months_later
from tests import given
from tests.paper import words_of

pytestmark = pytest.mark.django_db
READY_AT = datetime(2026, 3, 2, 12, 0, tzinfo=ZoneInfo("Europe/Moscow"))


@pytest.fixture
def olga():
    return given.employee()


@pytest.fixture
def director():
    return given.employee("director")


@pytest.fixture
def order(olga):
    """In the office since the second of March; calls after 3 and 10 days, storage 30, then 30."""
    with clock.at(READY_AT):
        return given.ready_order(by=olga, of=given.client(email="maria@example.ru", by=olga))


def after(days, hours=0):
    return clock.at(READY_AT + timedelta(days=days, hours=hours))


def beat(days, hours=0):
    with after(days, hours):
        follow_up_unclaimed()


def follow_up_calls(order):
    return Interaction.objects.about(order).filter(reason="order_unclaimed")


def tries_of(order):
    """How often the call came up: each time it is owed anew it rings for its manager."""
    return order.manager.notifications.filter(url=follow_up_calls(order).get().get_absolute_url())


def test_the_first_call_is_owed_after_so_many_days(order):
    beat(days=2)
    assert not follow_up_calls(order).exists()

    beat(days=3)

    call = follow_up_calls(order).get()
    assert (call.is_planned, call.responsible) == (True, order.manager)
    assert order.number in call.purpose


def test_it_takes_the_place_of_a_ready_call_that_nobody_settled(order):
    beat(days=3)

    assert Interaction.objects.owed().about(order).get().reason == "order_unclaimed"


def test_the_next_step_owes_a_call_again(order, olga):
    beat(days=3)
    with after(days=4):
        calls.hold(follow_up_calls(order).get(), by=olga, result="reached")
    beat(days=9)
    assert not follow_up_calls(order).get().is_planned

    beat(days=10)

    assert follow_up_calls(order).get().is_planned
    assert tries_of(order).count() == 2


def test_twice_late_or_silent_for_days_each_step_is_made_once(order, olga):
    beat(days=5)
    with after(days=5, hours=1):
        calls.hold(follow_up_calls(order).get(), by=olga, result="reached")
    beat(days=5, hours=2)
    beat(days=7)
    assert not follow_up_calls(order).get().is_planned

    beat(days=12)
    beat(days=12, hours=1)

    assert tries_of(order).count() == 2


def test_steps_missed_together_are_made_by_one_call(order):
    beat(days=20)
    beat(days=20, hours=1)

    assert tries_of(order).count() == 1


def test_a_fetched_order_owes_nothing(order, olga):
    beat(days=3)
    actions.hand_over(order, by=olga, amount=order.debt)
    beat(days=10)

    assert not Interaction.objects.owed().about(order).exists()


def test_ready_again_after_rework_it_begins_anew(order, director):
    beat(days=10)
    piece = order.positions.get()
    with after(days=11):
        actions.return_for_rework(order, by=director, positions=[piece.pk], reason="Скол")
        for step in (actions.start, actions.finish, actions.check):
            step(piece, by=director)
        actions.arrive(order, by=director)
    beat(days=13)
    assert not follow_up_calls(order).get().is_planned

    beat(days=14)

    assert follow_up_calls(order).get().is_planned


def test_goods_and_services_wait_for_nobody(olga):
    with clock.at(READY_AT):
        given.order(given.delivery(), by=olga)

    beat(days=40)

    assert not Interaction.objects.exists()
    with after(days=40):
        assert not WorkOrder.objects.unclaimed(3).exists()


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


def test_the_list_says_what_comes_next(login, order, director):
    with after(days=2):
        assert order.number not in page_of(login, director)
    with after(days=3):
        assert order.number in page_of(login, director)
    with after(days=30):
        actions.warn_of_storage(order, by=director)
    with after(days=60):
        actions.warn_of_storage(order, by=director)
        assert "01.07.2026" in page_of(login, director)


def page_of(login, person):
    return login(person).get(reverse("orders:unclaimed")).content.decode()


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


def test_a_manager_may_look_and_not_warn(login, order, olga):
    with after(days=30):
        assert order.number in page_of(login, olga)
        answer = login(olga).post(reverse("orders:warn_of_storage", args=[order.pk]))

    assert answer.status_code == 403


def test_the_firm_sets_its_own_terms(order):
    firm = given.firm()
    firm.unclaimed_call_days = [1]
    firm.save()

    beat(days=1)

    assert follow_up_calls(order).exists()


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 5, 1), date(2026, 7, 1)),
        (date(2026, 12, 31), date(2027, 2, 28)),
        (date(2026, 11, 15), date(2027, 1, 15)),
    ],
)
def test_two_months_end_on_the_same_day_or_the_last_one(day, later):
    assert months_later(day, 2) == later


def test_a_client_not_reached_stands_in_the_list_before_the_first_step(login, director):
    order = given.ready_order()
    assert order.number not in page_of(login, director)

    WorkOrder.objects.filter(pk=order.pk).update(unreached_at=clock.now())

    assert order.number in page_of(login, director)


def test_twenty_orders_cost_the_list_as_many_queries_as_one(login, director, order):
    browser, address = login(director), reverse("orders:unclaimed")

    def queries():
        with after(days=40), CaptureQueriesContext(connection) as asked:
            browser.get(address)
        return len(asked)

    queries()
    with_one = queries()
    with clock.at(READY_AT):
        for _turn in range(5):
            given.ready_order()

    assert queries() == with_one


def test_the_list_goes_to_excel_with_its_days(login, director, order):
    with after(days=12):
        answer = login(director).get(reverse("core:list_export", args=["unclaimed", "csv"]))

    line = next(
        line for line in b"".join(answer).decode("utf-8-sig").splitlines() if order.number in line
    )
    assert "12" in line
