"""Whom to call about a payment: those who are to pay within three working days, or should have."""

from company.calendar import WorkCalendar
from core import clock
from orders.models import Invoice

WORKING_DAYS_AHEAD = 3


def until(calendar: WorkCalendar | None = None):
    """The last day of payment that is called about today."""
    today = clock.today()
    return (calendar or WorkCalendar(today)).add(today, WORKING_DAYS_AHEAD)


def to_be_called():
    """Whether or not the call is planned already."""
    return Invoice.objects.due_for_a_call(until())
