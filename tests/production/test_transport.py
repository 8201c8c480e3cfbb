"""Loaded in the workshop, driven off with a number and a paper; who may bring what."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core import documents
from core.errors import Refused
from orders import actions as orders
from orders.work_orders.lifecycle import PositionStatus
from production.models import TransportList, TransportRow
from production.transport import actions
from production.transport.lifecycle import Status
from tests import given
from tests.paper import words_of
from tests.production.driving import TRANSPORT, on_the_way, text_of

pytestmark = pytest.mark.django_db


def test_checked_pieces_stand_by_office_without_prices_and_clients(login, driver, sokol):
    there = given.checked_order(by=given.employee("manager", office=sokol))
    given.order()

    page = text_of(login(driver).get(TRANSPORT))

    assert page.count("<article") == 1
    assert page.index(f'id="stop-{sokol.pk}"') < page.index(there.number)
    for secret in ("Светлова", "916", "₽", "1 768", "1768"):
        assert secret not in page


def test_a_piece_is_brought_before_the_others_of_its_order_are_made(login, driver):
    order = given.order(given.mirror(), given.mirror(900, 900))
    worker = given.employee("worker")
    first = order.positions.first()
    orders.check(
        orders.finish(orders.start(first, by=worker), by=worker), by=given.employee("foreman")
    )

    page = text_of(login(driver).get(TRANSPORT))

    assert f'id="piece-{first.pk}"' in page
    assert page.count('class="tick"') == 1


def test_the_driver_ticks_what_is_loaded_and_may_take_it_off_again(login, htmx, driver):
    order = given.checked_order()
    browser = login(driver)
    piece = order.positions.get()
    chosen = {"positions": piece.pk}

    load = reverse("production:load", args=[order.office_id])
    loaded = text_of(browser.post(load, chosen, headers=htmx))
    piece.refresh_from_db()
    assert (piece.status, 'aria-pressed="true"' in loaded) == (PositionStatus.LOADED, True)

    opened = TransportList.objects.get()
    unload = reverse("production:unload", args=[opened.pk])
    taken_off = text_of(browser.post(unload, chosen, headers=htmx))
    piece.refresh_from_db()
    assert (piece.status, 'aria-pressed="true"' in taken_off) == (PositionStatus.CHECKED, False)
    assert not TransportRow.objects.exists()


def test_loading_goes_on_with_the_list_that_was_begun(driver):
    first, second = given.checked_order(), given.checked_order()

    actions.load(first.office, by=driver, positions=[first.positions.get().pk])
    actions.load(second.office, by=given.employee("foreman"))

    assert TransportList.objects.get().rows.count() == 2


def test_what_drives_off_gets_a_number_and_a_paper(login, driver):
    order = given.checked_order(given.mirror(600, 800))
    loaded = actions.load(order.office, by=given.employee("foreman"))

    login(driver).post(reverse("production:depart", args=[loaded.pk]))

    loaded.refresh_from_db()
    assert (loaded.status, loaded.seq, loaded.driver) == (Status.ON_THE_WAY, 1, driver)
    words = words_of(documents.pdf_of(documents.latest("transport_list", loaded)))
    assert "Транспортный лист № " + loaded.number in words
    for told in (order.number, "600×800", order.office.address, "Принял к перевозке"):
        assert told in words
    for secret in ("Светлова", "₽", "1 768"):
        assert secret not in words


def test_an_empty_list_drives_nowhere(driver):
    order = given.checked_order()
    loaded = actions.load(order.office, by=driver)
    actions.unload(loaded, by=driver, positions=[order.positions.get().pk])

    with pytest.raises(Refused):
        actions.depart(loaded, by=driver)

    assert TransportList.objects.get().seq == 0


def test_what_is_loaded_later_stands_on_the_next_list(driver):
    on_the_way(given.checked_order(), driver)
    later = given.checked_order()

    assert actions.load(later.office, by=driver).is_open
    assert TransportList.objects.count() == 2


def test_a_manager_brings_to_the_own_office_only(login, driver, sokol):
    order = given.checked_order()
    drive = on_the_way(order, driver)
    waiting = given.checked_order()
    here, elsewhere = login(given.employee()), login(given.employee("manager", office=sokol))

    assert waiting.number in text_of(here.get(TRANSPORT))
    assert waiting.number not in text_of(elsewhere.get(TRANSPORT))
    assert elsewhere.get(drive.get_absolute_url()).status_code == 404
    assert elsewhere.post(reverse("production:arrive", args=[drive.pk])).status_code == 404
    assert elsewhere.post(reverse("production:load", args=[order.office_id])).status_code == 404


def test_a_worker_brings_nothing(login, driver):
    drive = on_the_way(given.checked_order(), driver)
    worker = login(given.employee("worker"))

    assert worker.get(TRANSPORT).status_code == 403
    assert worker.post(reverse("production:arrive", args=[drive.pk])).status_code == 403


def test_every_drive_stays_in_the_list(login, driver):
    drive = on_the_way(given.checked_order(), driver)

    page = text_of(login(driver).get(reverse("production:transport_lists")))

    assert drive.number in page


@pytest.mark.parametrize("nonsense", ["x", "-1", "9" * 30])
def test_nonsense_is_no_piece_and_no_office(login, driver, nonsense):
    drive = on_the_way(given.checked_order(), driver)
    arrive = reverse("production:arrive", args=[drive.pk])

    assert login(driver).get(TRANSPORT, {"office": nonsense}).status_code == 200
    assert login(driver).post(arrive, {"positions": nonsense}).status_code == 400
    assert login(driver).post(arrive, {"office": nonsense}).status_code == 400


def test_twenty_orders_cost_as_many_queries_as_one(login, driver):
    browser = login(driver)
    on_the_way(given.checked_order(), driver)
    given.checked_order()
    browser.get(TRANSPORT)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            browser.get(TRANSPORT)
        return len(asked)

    with_one = queries()
    for _turn in range(6):
        given.checked_order()

    assert queries() == with_one <= 10
