"""Orders whose promised date has passed or cannot be kept, as they stand on a working morning."""

from collections import defaultdict
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from company.calendar import WorkCalendar
from company.models import Firm, Stage
from core import clock
from orders.models import PositionOperation, WorkOrder
from orders.work_orders.lifecycle import Status
from orders.work_orders.promise import Queue, StageFacts

UNMADE = {Status.ACCEPTED, Status.IN_PRODUCTION}


class Danger(TextChoices):
    PASSED = "passed", pgettext_lazy("promised date", "Has passed")
    LATE = "late", pgettext_lazy("promised date", "Cannot be kept")
    CLOSE = "close", pgettext_lazy("promised date", "Close, and not made yet")


class Endangered(NamedTuple):
    order: WorkOrder
    danger: Danger
    expected_on: date


def in_danger(accepted_before) -> list[Endangered]:
    """The most urgent first; what was accepted later was promised by the queue of that hour."""
    today = clock.today()
    calendar = WorkCalendar(today - timedelta(days=1))
    expected, tomorrow = _forecast(today, calendar), calendar.add(today, 1)
    orders = WorkOrder.objects.in_work().filter(accepted_at__lt=accepted_before)
    found = []
    for order in orders.select_related("manager").order_by("promised_on", "pk"):
        danger = _danger(order, expected(order), today, tomorrow)
        if danger:
            found.append(Endangered(order, danger, expected(order)))
    return found


def _danger(order, expected_on, today, tomorrow) -> Danger | None:
    if order.promised_on < today:
        return Danger.PASSED
    if expected_on > order.promised_on:
        return Danger.LATE
    if order.status in UNMADE and order.promised_on <= tomorrow:
        return Danger.CLOSE
    return None


def _forecast(today, calendar):
    """When an order is in the office, if the workshop begins today with the earliest promise."""
    firm, days = Firm.get(), _days_of_work()
    yesterday = today - timedelta(days=1)

    def expected(order) -> date:
        after = firm.transport_days
        if order.status != Status.CHECKED:
            after += firm.check_days
        return calendar.add(yesterday, days.get(order.pk, 0) + after)

    return expected


def _days_of_work() -> dict[int, int]:
    """By order, on which working day from today (the first is 1) its last open work is done."""
    stages = {
        stage.code: StageFacts(stage.code, stage.name, stage.minutes_per_day, stage.outside_days)
        for stage in Stage.objects.all()
    }
    queue, done = Queue({}, stages), {}
    for order, routes in _routes().items():
        done[order] = 1 + max(_walk(route, queue) for route in routes.values())
    return done


def _routes() -> dict[int, dict[int, list]]:
    open_work = PositionOperation.objects.queued().order_by(
        "position__order__promised_on", "position__order_id", "position_id", "ordinal"
    )
    routes = defaultdict(lambda: defaultdict(list))
    asked = open_work.values_list("position__order_id", "position_id", "stage__code", "minutes")
    for order, position, stage, minutes in asked.iterator(chunk_size=2000):
        routes[order][position].append((stage, minutes))
    return routes


def _walk(route, queue) -> int:
    day = 0
    for code, minutes in route:
        day = queue.pass_through(code, minutes, day)
    return day
