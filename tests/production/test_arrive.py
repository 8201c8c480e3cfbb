"""What comes with a transport list: to its office, to another one, back to the workshop."""

import pytest
from django.urls import reverse

from orders import actions as orders
from orders.work_orders.lifecycle import PositionStatus
from orders.work_orders.lifecycle import Status as OrderStatus
from production.models import TransportList
from production.transport import actions
from production.transport.lifecycle import Status
from tests import given
from tests.production.driving import TRANSPORT, calls_of, on_the_way, state_of, text_of

pytestmark = pytest.mark.django_db


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
