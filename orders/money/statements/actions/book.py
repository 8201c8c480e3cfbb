from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from core import money
from core.errors import Refused
from orders.models import Invoice, LinePart, Payment
from orders.money.actions import take_payment
from orders.money.invoices.actions import pay_invoice
from orders.money.invoices.locking import lock_orders
from orders.money.statements.actions.taking import locked, settle
from orders.money.statements.direction import Direction
from orders.money.statements.lifecycle import LineStep
from orders.money.statements.matching.candidates import Part

TRANSFER = Payment.Method.TRANSFER


@transaction.atomic
def book_line(line, parts: Iterable[Part], *, by, client=None, seen=None):
    """Book money that came on invoices and orders, all or a part of it. What is over stays as the
    advance of `client`, or of whom the papers are, to be booked later or given back."""
    parts = list(parts)
    lock_orders({pk for part in parts for pk in _orders_of(part.target)})
    found = locked(line, seen=seen)
    if found.direction == Direction.OUT:
        raise Refused(_("This money went out: it pays nobody's invoice."))
    whose = _client_of(found, parts, client)
    amount = sum((part.amount for part in parts), money.ZERO)
    if amount > found.free:
        raise Refused(
            _("Only %(sum)s ₽ of this line is left to book.") % {"sum": money.amount(found.free)}
        )
    for part in parts:
        _pay(found, part, by=by)
    settle(found, LineStep.BOOK, by=by, client=whose, booked=found.booked + amount)
    return found


def _client_of(line, parts, client):
    """Money of one client never stands on the papers of two by mistake: it is split by hand then,
    and the advance is whose the first paper is."""
    whose = client or line.client or (parts[0].target.client if parts else None)
    if whose is None:
        raise Refused(_("Say whose money it is."))
    return whose


def _pay(line, part, *, by):
    how = {"by": by, "amount": part.amount, "method": TRANSFER, "day": line.day}
    if isinstance(part.target, Invoice):
        payments = pay_invoice(part.target, **how)
    else:
        payments = [take_payment(part.target, **how)]
    LinePart.objects.bulk_create(
        LinePart(line=line, payment=payment, amount=payment.amount) for payment in payments
    )


def _orders_of(target):
    if isinstance(target, Invoice):
        return target.shares.values_list("order", flat=True)
    return [target.pk]
