from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import Refused
from orders.models import BankLine, LinePart, Payment
from orders.money.actions import refund
from orders.money.invoices.locking import lock_orders
from orders.money.statements.actions.taking import locked, settle
from orders.money.statements.lifecycle import LineStep
from orders.money.statements.matching.candidates import Part


@transaction.atomic
def give_back_line(line, part: Part, *, by, seen=None):
    """Money that went back to a client: of an order, or of the advance that another line left."""
    is_advance = isinstance(part.target, BankLine)
    if not is_advance:
        lock_orders([part.target.pk])
    found = locked(line, seen=seen)
    if not found.is_outgoing:
        raise Refused(_("This money came in: nothing is given back by it."))
    if part.amount != found.amount:
        raise Refused(_("A refund is booked whole."))
    book = _of_advance if is_advance else _of_order
    book(found, part, by=by)
    settle(found, LineStep.GIVE_BACK, by=by, client_id=part.target.client_id, booked=found.amount)
    return found


def _of_order(line, part, *, by):
    ground = line.purpose or _("Refund by the bank")
    payment = refund(
        part.target,
        by=by,
        amount=part.amount,
        method=Payment.Method.TRANSFER,
        ground=ground[:250],
    )
    LinePart.objects.create(line=line, payment=payment, amount=part.amount)


def _of_advance(line, part, *, by):
    advance = locked(part.target)
    if not advance.is_booked or part.amount > advance.rest:
        raise Refused(_("So much is not left of this advance."))
    LinePart.objects.create(line=advance, given_back_by=line, amount=part.amount)
    advance.booked += part.amount
    advance.save(update_fields=["booked"])
