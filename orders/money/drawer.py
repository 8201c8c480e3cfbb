"""What went through a drawer in one shift, in the order in which it happened."""

from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from django.urls import reverse
from django.utils.timezone import localtime
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
    undo_url: str = ""


def movements_of(shift, user) -> list[Movement]:
    payments = list(shift.payments.in_drawer_order())
    seen = WorkOrder.objects.visible_to(user).filter(pk__in={row.order_id for row in payments})
    opened = set(seen.values_list("pk", flat=True))
    rows = [_booked(payment, opened) for payment in payments]
    undoes = shift.is_open and user.has_perm("orders.withdraw_cashshift")
    withdrawals = shift.withdrawals.select_related("by", "undone_by", "undoes")
    rows += [_taken_out(row, undoes) for row in withdrawals]
    return sorted(rows, key=lambda row: row.at)


def _booked(payment, opened):
    order = payment.order
    url = order.get_absolute_url() if order.pk in opened else ""
    kind = Payment.Kind(payment.kind).label
    who = payment.by.short_name
    return Movement(payment.at, kind, payment.ground, who, payment.amount, order.number, url)


def _taken_out(row, undoes):
    url = reverse("orders:undo_withdrawal", args=[row.pk]) if undoes and row.can_be_undone else ""
    what = _("Taken out")
    if row.undoes:
        what = _("Withdrawal of %(time)s undone") % {"time": f"{localtime(row.undoes.at):%H:%M}"}
    who = row.by.short_name
    return Movement(row.at, what, row.ground, who, -row.amount, undo_url=url)
