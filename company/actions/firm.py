"""The firm's requisites and its own working days."""

from django.core.exceptions import PermissionDenied

from company.calendar import official_working_day
from company.models import CalendarException


def change_firm(firm, *, by):
    if not by.has_perm("company.change_firm"):
        raise PermissionDenied
    firm.save()


def change_day(day, *, is_working, note, by):
    """A day of the firm's own; one that is as the production calendar has it is kept no more."""
    if not by.has_perm("company.change_calendarexception"):
        raise PermissionDenied
    if is_working == official_working_day(day):
        CalendarException.objects.filter(day=day).delete()
    else:
        CalendarException.objects.update_or_create(
            day=day, defaults={"is_working": is_working, "note": note}
        )
