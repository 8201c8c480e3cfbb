from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from core import money
from core.errors import Refused
from orders.models import BankLine, Invoice, LinePart, Payment, WorkOrder
from orders.money.actions.ledger import Ledger
from orders.money.actions.payments import put_payment
from orders.money.invoices.actions.pay import put_on_invoice
from orders.money.invoices.locking import orders_of
from orders.money.statements.actions.taking import locked, locked_unread, settle_together
from orders.money.statements.direction import Direction
from orders.money.statements.lifecycle import LINE_LIFE, LineStep
from orders.money.statements.matching.candidates import Part

TRANSFER = Payment.Method.TRANSFER


@transaction.atomic
def book_line(line, parts: Iterable[Part], *, by, client=None, seen=None):
    """Book money that came on invoices and orders, all or a part of it. What is over stays as the
    advance of `client`, or of whom the papers are, to be booked later or given back."""
    parts = list(parts)
    ledger = Ledger(_orders_of(parts), by=by)
    found = locked(line, seen=seen)
    booked = _put(ledger, found, parts, client=client)
    _write(ledger, [found], booked)
    return found


@transaction.atomic
def book_lines(wanted: list[tuple[BankLine, Iterable[Part]]], *, by):
    """Book many lines that nobody has finished yet, each as alone. One that is refused after all,
    since somebody was quicker with its invoice, is left to a person; the others are booked."""
    ledger = Ledger(_orders_of([part for _line, parts in wanted for part in parts]), by=by)
    unread = locked_unread([line for line, _parts in wanted])
    done, booked = [], []
    for line, parts in wanted:
        if line.pk not in unread:
            continue
        try:
            with ledger.all_or_nothing():
                booked += _put(ledger, line, parts)
            done.append(line)
        except Refused as refusal:
            note = str(refusal.message)
            LINE_LIFE.take_together([line], LineStep.OFFER, by=by, note=note, own=["client"])
    _write(ledger, done, booked)


def _put(ledger, line, parts, *, client=None) -> list[LinePart]:
    """The rules of a line; its row is held, and is still to be written."""
    if line.direction == Direction.OUT:
        raise Refused(_("This money went out: it pays nobody's invoice."))
    whose = _client_of(line, parts, client)
    amount = sum((part.amount for part in parts), money.ZERO)
    if amount > line.free:
        raise Refused(
            _("Only %(sum)s ₽ of this line is left to book.") % {"sum": money.amount(line.free)}
        )
    payments = [payment for part in parts for payment in _pay(ledger, part, day=line.day)]
    line.client_id, line.booked = whose, line.booked + amount
    return [LinePart(line=line, payment=payment, amount=payment.amount) for payment in payments]


def _client_of(line, parts, client) -> int:
    """Money of one client never stands on the papers of two by mistake: it is split by hand then,
    and the advance is whose the first paper is."""
    first = parts[0].target.client_id if parts else None
    whose = client.pk if client else line.client_id or first
    if whose is None:
        raise Refused(_("Say whose money it is."))
    return whose


def _pay(ledger, part, *, day) -> list[Payment]:
    if isinstance(part.target, Invoice):
        return put_on_invoice(ledger, part.target, part.amount, TRANSFER, day=day)
    return [put_payment(ledger, part.target, part.amount, TRANSFER, day=day)]


def _write(ledger, lines, booked):
    ledger.write()
    LinePart.objects.bulk_create(booked)
    settle_together(lines, LineStep.BOOK, by=ledger.by, own=["client", "booked"])


def _orders_of(parts) -> set[int]:
    targets = [part.target for part in parts]
    orders = {target.pk for target in targets if isinstance(target, WorkOrder)}
    invoices = [target for target in targets if isinstance(target, Invoice)]
    return orders | (orders_of(invoices) if invoices else set())
