"""The written warning on work that is not fetched (ГК РФ art. 738)."""

from datetime import timedelta

from django.utils.timezone import localdate

from catalog.vocabulary import Kind
from company.models import Firm
from core import clock
from orders.documents import parties, sums
from orders.unclaimed.terms import SALE_AFTER_MONTHS


def content(order) -> dict:
    today, since = clock.today(), localdate(order.ready_at)
    written = order.storage_warnings.filter(waits_since=since).count()
    return {
        "number": order.number,
        "warning": written + 1,
        "is_last": written > 0,
        "date": sums.day(today),
        "ready_on": sums.day(since),
        "days": (today - since).days,
        "fetch_until": sums.day(today + timedelta(days=Firm.get().second_warning_days)),
        "sale_from": sums.day(clock.months_later(today, SALE_AFTER_MONTHS)),
        "firm": parties.firm(),
        "office": parties.office(order),
        "client": parties.client(order),
        "manager": parties.employee(order.manager),
        "titles": [
            position.title for position in order.positions.left().exclude(kind=Kind.SERVICE)
        ],
        **sums.owed(order, order.positions.all(), today),
        **sums.paid(order),
    }
