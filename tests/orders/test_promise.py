"""The promised date: what moves it, what frees it, and the reason said beside it."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from catalog.models import Urgency
from company.models import CalendarException, Stage
from core import clock
from orders import actions
from orders.work_orders.pricing import promised_date
from orders.work_orders.promise import StageFacts, promise
from tests import given

MONDAY = date(2026, 11, 23)
MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/Moscow"))
STAGES = {
    "cutting": StageFacts("cutting", "Раскрой", 480),
    "facet": StageFacts("facet", "Фацет", 240),
    "tempering": StageFacts("tempering", "Закалка", 480, outside_days=3),
}


class FiveDays:
    """Saturdays and Sundays off, and the days named."""

    def __init__(self, *off):
        self.off = off

    def next_working(self, day):
        while day.weekday() > 4 or day in self.off:
            day = date.fromordinal(day.toordinal() + 1)
        return day

    def add(self, day, count):
        for _ in range(count):
            day = self.next_working(date.fromordinal(day.toordinal() + 1))
        return day


def promised(*routes, queued=None, calendar=None, transport_days=0, **urgent):
    return promise(
        routes,
        queued=queued or {},
        **urgent,
        stages=STAGES,
        calendar=calendar or FiveDays(),
        today=MONDAY,
        check_days=0,
        transport_days=transport_days,
    )


def test_a_free_shop_makes_a_small_piece_on_the_next_working_day():
    assert promised([("cutting", 20), ("facet", 30)]).on == date(2026, 11, 24)


def test_what_is_urgent_waits_for_other_urgent_work_alone():
    waiting = {"facet": 480}

    usual = promised([("facet", 30)], queued=waiting)
    urgent = promised(queued=waiting, urgent=[[("facet", 30)]])
    second = promised(queued=waiting, urgent=[[("facet", 30)]], queued_urgent={"facet": 240})

    assert (usual.on, urgent.on, second.on) == (
        date(2026, 11, 26),
        date(2026, 11, 24),
        date(2026, 11, 25),
    )


def test_the_rest_of_the_order_lets_its_urgent_piece_pass():
    rest = [("facet", 30)]

    both = promised(rest, queued={"facet": 220}, urgent=[[("facet", 200)]])

    assert both.on == date(2026, 11, 25)


def test_a_queue_of_two_days_is_waited_for():
    assert promised([("facet", 30)], queued={"facet": 480}).on == date(2026, 11, 26)


def test_work_outside_takes_whole_days_and_the_reason_names_its_batch():
    answer = promised([("cutting", 20), ("tempering", 0)])

    assert answer.on == date(2026, 11, 27)
    assert answer.reason == "закалка, партия 27.11"


def test_the_reason_names_the_stage_that_is_waited_for():
    assert promised([("cutting", 20), ("facet", 30)], queued={"facet": 480}).reason == (
        "фацет, очередь до 26.11"
    )


def test_the_slowest_position_makes_the_date():
    quick, slow = [("cutting", 20)], [("cutting", 20), ("tempering", 0)]

    assert promised(quick, slow).on == promised(slow).on > promised(quick).on


def test_positions_of_one_order_queue_behind_each_other():
    assert promised(*[[("facet", 200)]] * 3).on > promised([("facet", 200)]).on


def test_a_holiday_moves_the_date():
    off = FiveDays(date(2026, 11, 24))

    assert promised([("cutting", 20)], calendar=off).on == date(2026, 11, 25)


def test_the_way_to_the_office_is_added_in_working_days():
    assert promised([("cutting", 2000)], transport_days=2).on == date(2026, 12, 2)


@pytest.fixture
def noon(db):
    given.price_list()
    Stage.objects.update(minutes_per_day=60)
    with clock.at(MONDAY_NOON):
        yield


def route_of_a_small_piece():
    return [[("cutting", 10)]]


def test_one_more_big_order_moves_the_next_date(noon):
    before = promised_date(route_of_a_small_piece())

    given.order(given.mirror(facet_mm=0, quantity=30))

    assert promised_date(route_of_a_small_piece()).on > before.on


def test_a_calculation_takes_no_place_in_the_queue(noon):
    before = promised_date(route_of_a_small_piece())

    given.calculation(given.mirror(facet_mm=0, quantity=30))

    assert promised_date(route_of_a_small_piece()) == before


def test_a_started_position_frees_its_part(noon):
    before = promised_date(route_of_a_small_piece())
    order = given.order(given.mirror(facet_mm=0, quantity=30))

    actions.start(order.positions.get(), by=given.employee("worker"))

    assert promised_date(route_of_a_small_piece()).on == before.on


def test_a_cancelled_order_frees_all_of_it(noon):
    before = promised_date(route_of_a_small_piece())
    order = given.order(given.mirror(facet_mm=0, quantity=30))

    actions.cancel(order, by=order.manager, ground="Клиент передумал")

    assert promised_date(route_of_a_small_piece()) == before


def test_a_day_that_the_firm_takes_off_moves_the_date(noon):
    before = promised_date(route_of_a_small_piece())

    CalendarException.objects.create(day=date(2026, 11, 24), is_working=False)

    assert promised_date(route_of_a_small_piece()).on > before.on


def test_an_urgent_order_is_promised_earlier_and_becomes_so(noon):
    given.order(given.mirror(facet_mm=0, quantity=30))
    usual = given.calculation(given.mirror())
    Urgency.objects.create(code="urgent", name="Срочно", factor=Decimal("1.5"))

    urgent = given.calculation(given.mirror(urgency="urgent"))
    accepted = actions.accept(urgent, by=urgent.manager)

    assert urgent.promised_on < usual.promised_on
    assert accepted.promised_on == urgent.promised_on


def test_of_two_urgent_orders_the_second_waits_for_the_first(noon):
    Urgency.objects.create(code="urgent", name="Срочно", factor=Decimal("1.5"))
    first = given.calculation(given.mirror(urgency="urgent"))

    given.order(given.mirror(urgency="urgent", facet_mm=0, quantity=30))

    assert given.calculation(given.mirror(urgency="urgent")).promised_on > first.promised_on
