"""What went through a drawer in one shift, in the order in which it happened."""

from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from orders.models import Payment, WorkOrder


class Movement(NamedTuple):
    at: datetime
    what: str
    ground: str
    who: str
    amount: Decimal
    number: str = ""
    url: str = ""


def movements_of(shift, user) -> list[Movement]:
    payments = list(shift.payments.in_drawer_order())
    seen = WorkOrder.objects.visible_to(user).filter(pk__in={row.order_id for row in payments})
    opened = set(seen.values_list("pk", flat=True))
    rows = [_booked(payment, opened) for payment in payments]
    rows += [_taken_out(row) for row in shift.withdrawals.select_related("by")]
    return sorted(rows, key=lambda row: row.at)


def _booked(payment, opened):
    order = payment.order
    url = order.get_absolute_url() if order.pk in opened else ""
    kind = Payment.Kind(payment.kind).label
    who = payment.by.short_name
    return Movement(payment.at, kind, payment.ground, who, payment.amount, order.number, url)


def _taken_out(row):
    return Movement(row.at, _("Taken out"), row.ground, row.by.short_name, -row.amount)
