"""From the workshop by transport to the office that took the order."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core import documents
from core.errors import Refused
from interactions.models import Interaction
from orders import actions as orders
from orders.work_orders.lifecycle import PositionStatus
from orders.work_orders.lifecycle import Status as OrderStatus
from production.models import TransportList, TransportRow
from production.transport import actions
from production.transport.lifecycle import Status
from tests import given
from tests.paper import words_of

pytestmark = pytest.mark.django_db
TRANSPORT = reverse("production:transport")


@pytest.fixture
def driver():
    return given.employee("driver")


@pytest.fixture
def sokol():
    return given.office("Офис на Соколе")


def on_the_way(order, driver):
    loaded = actions.load(order.office, by=driver)
    return actions.depart(loaded, by=driver)


def state_of(order):
    order.refresh_from_db()
    return order.status


def calls_of(order):
    return Interaction.objects.owed().about(order).filter(reason="order_ready").count()


def text_of(answer):
    return answer.content.decode().replace("\xa0", " ")


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
    for told in (order.number, "600 × 800", order.office.address, "Принял к перевозке"):
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


def test_arrived_in_its_office_the_order_is_ready_and_the_call_is_owed(login, driver):
    order = given.checked_order()
    drive = on_the_way(order, driver)
    assert calls_of(order) == 0

    login(driver).post(reverse("production:arrive", args=[drive.pk]))

    drive.refresh_from_db()
    assert (state_of(order), calls_of(order)) == (OrderStatus.READY, 1)
    assert drive.status == Status.ARRIVED
    assert drive.rows.get().has_arrived


def test_piece_by_piece_the_call_is_owed_with_the_last_one(driver):
    order = given.checked_order(given.mirror(), given.mirror(900, 900))
    first, second = order.positions.values_list("pk", flat=True)
    drive = on_the_way(order, driver)

    actions.arrive(drive, by=driver, positions=[first])
    assert (state_of(order), calls_of(order)) == (OrderStatus.CHECKED, 0)

    actions.arrive(drive, by=driver, positions=[second])
    assert (state_of(order), calls_of(order)) == (OrderStatus.READY, 1)


def test_unloaded_in_another_office_it_lies_there_and_nobody_is_called(login, driver, sokol):
    olga = given.employee()
    order = given.checked_order(by=olga)
    drive = on_the_way(order, driver)

    login(driver).post(reverse("production:arrive", args=[drive.pk]), {"office": sokol.pk})

    drive.refresh_from_db()
    assert (state_of(order), calls_of(order)) == (OrderStatus.CHECKED, 0)
    assert drive.rows.get().is_elsewhere
    assert sokol.name in text_of(login(olga).get(order.get_absolute_url()))
    assert olga.notifications.filter(text__contains=sokol.name).count() == 1
    assert "tick-note" in text_of(login(driver).get(TRANSPORT))


def test_fetched_from_there_it_arrives_where_the_client_comes(driver, sokol):
    order = given.checked_order()
    astray = on_the_way(order, driver)
    actions.arrive(astray, by=driver, office=sokol)

    actions.arrive(on_the_way(order, driver), by=driver)

    assert (state_of(order), calls_of(order)) == (OrderStatus.READY, 1)
    assert TransportList.objects.filter(status=Status.ARRIVED).count() == 2


def test_what_was_left_behind_waits_again(login, driver):
    order = given.checked_order()
    drive = on_the_way(order, driver)
    piece = order.positions.get()

    page = login(driver).post(
        reverse("production:unload", args=[drive.pk]), {"positions": piece.pk, "one": 1}
    )

    piece.refresh_from_db()
    assert piece.status == PositionStatus.CHECKED
    assert page["Location"] == drive.get_absolute_url()
    assert f'id="piece-{piece.pk}"' in text_of(login(driver).get(TRANSPORT))


def test_the_desk_may_say_that_it_has_come(driver):
    """Pressed on the order's page, the drive knows it too."""
    order = given.checked_order()
    drive = on_the_way(order, driver)

    orders.arrive(order, by=given.employee())

    drive.refresh_from_db()
    assert drive.status == Status.ARRIVED
    assert drive.rows.get().has_arrived


def test_handed_over_on_the_way_it_is_on_no_list(driver):
    order = given.checked_order(paid=1768)
    drive = on_the_way(order, driver)

    orders.hand_over(order, by=given.employee(), place="client")

    drive.refresh_from_db()
    assert drive.status == Status.ARRIVED


def test_a_piece_of_an_order_on_hold_goes_back_while_the_others_arrive(login, driver):
    held, other = given.checked_order(), given.checked_order()
    drive = on_the_way(other, driver)
    orders.hold(held, by=given.employee("director"), reason="Клиент думает")

    actions.arrive(drive, by=driver)
    drive.refresh_from_db()
    assert (drive.status, state_of(other)) == (Status.ON_THE_WAY, OrderStatus.READY)

    page = text_of(login(driver).get(drive.get_absolute_url()))
    assert f'id="unload-{held.positions.get().pk}"' in page
    assert f'id="arrive-{held.positions.get().pk}"' not in page

    actions.unload(drive, by=driver, positions=[held.positions.get().pk])
    drive.refresh_from_db()
    assert drive.status == Status.ARRIVED


def test_a_second_person_is_told_that_it_is_there_already(login, htmx, driver):
    drive = on_the_way(given.checked_order(), driver)
    address = reverse("production:arrive", args=[drive.pk])
    login(driver).post(address)

    answer = login(given.employee("foreman")).post(address, headers=htmx)

    assert answer.status_code == 409
    assert answer["HX-Retarget"] == "#refusal"


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
