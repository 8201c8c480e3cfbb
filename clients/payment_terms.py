"""Until when a client pays: the deferral that is agreed, else the firm's own days of an invoice."""

from datetime import date, timedelta
from decimal import Decimal

from django.utils.translation import ngettext

from clients.models import Client
from company.calendar import WorkCalendar
from company.deadlines.terms import Unit
from company.models import Firm


def payment_due_on(client: Client, day: date, *, calendar: WorkCalendar | None = None) -> date:
    """The last day to pay what is invoiced on `day`. Who gets no more credit pays as everybody."""
    if not has_deferral(client):
        calendar = calendar or WorkCalendar(day)
        return calendar.add(day, Firm.get().invoice_valid_days)
    return end_of_term(day, client.deferral_days, client.deferral_unit, calendar=calendar)


def end_of_term(day: date, days: int, unit: str, *, calendar: WorkCalendar | None = None) -> date:
    """A term in calendar days that ends on a day off ends on the next working day (Civil Code,
    art. 193)."""
    calendar = calendar or WorkCalendar(day)
    if unit == Unit.DAYS:
        return calendar.next_working(day + timedelta(days=days))
    return calendar.add(day, days)


def in_words(days: int, unit: str) -> str:
    """«10 working days»."""
    if unit == Unit.DAYS:
        words = ngettext("%(count)s calendar day", "%(count)s calendar days", days)
    else:
        words = ngettext("%(count)s working day", "%(count)s working days", days)
    return words % {"count": days}


def has_deferral(client: Client) -> bool:
    return client.deferral_days > 0 and not client.is_credit_stopped


def credit_left(client: Client, debt: Decimal) -> Decimal | None:
    """What the client may still owe above `debt`; None: without a limit."""
    if client.is_credit_stopped or client.deferral_days == 0:
        return Decimal(0)
    if client.credit_limit is None:
        return None
    return max(client.credit_limit - debt, Decimal(0))
