"""An order in the office since the second of March 2026, and the days that pass after."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from core import clock
from orders.jobs import follow_up_unclaimed
from tests import given

READY_AT = datetime(2026, 3, 2, 12, 0, tzinfo=ZoneInfo("Europe/Moscow"))


def ready_order(by):
    """Calls after 3 and 10 days, storage 30, then 30."""
    with clock.at(READY_AT):
        return given.ready_order(by=by, of=given.client(email="maria@example.ru", by=by))


def after(days, hours=0):
    return clock.at(READY_AT + timedelta(days=days, hours=hours))


def beat(days, hours=0):
    with after(days, hours):
        follow_up_unclaimed()
