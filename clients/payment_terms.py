"""Until when a client pays: the client's own deferral, else the one of its group of organisations,
else the firm's own days of an invoice."""

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import ngettext

from clients.models import Client, ClientGroup
from company.calendar import WorkCalendar
from company.deadlines.terms import Unit
from company.models import Firm


class Terms(NamedTuple):
    days: int
    unit: str
    credit_limit: Decimal | None
    group: ClientGroup | None = None  # that the deferral comes from


def terms_of(client: Client) -> Terms:
    """A limit of the client's own holds with the deferral of its group too."""
    own = Terms(client.deferral_days, client.deferral_unit, client.credit_limit)
    group = client.group
    if own.days or group is None or not group.deferral_days:
        return own
    limit = group.credit_limit if own.credit_limit is None else own.credit_limit
    return Terms(group.deferral_days, group.deferral_unit, limit, group)


def payment_due_on(client: Client, day: date, *, calendar: WorkCalendar | None = None) -> date:
    """The last day to pay what is invoiced on `day`. Who gets no more credit pays as everybody."""
    terms = terms_of(client)
    if not terms.days or client.is_credit_stopped:
        calendar = calendar or WorkCalendar(day)
        return calendar.add(day, Firm.get().invoice_valid_days)
    return end_of_term(day, terms.days, terms.unit, calendar=calendar)


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


def credit_left(client: Client, debt: Decimal) -> Decimal | None:
    """What the client may still owe above `debt`; None: without a limit."""
    terms = terms_of(client)
    if client.is_credit_stopped or not terms.days:
        return Decimal(0)
    return None if terms.credit_limit is None else max(terms.credit_limit - debt, Decimal(0))
