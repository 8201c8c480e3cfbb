from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.errors import Refused
from orders.models import BankLine, LinePart
from orders.money.actions import correct
from orders.money.invoices.locking import lock_orders
from orders.money.statements.actions.taking import follow, locked
from orders.money.statements.lifecycle import LINE_LIFE, LineStep


@transaction.atomic
def undo_line(line, *, by, ground, seen=None):
    """What was done with a line is taken back: its payments are corrected, the line waits to be
    finished again."""
    if not ground.strip():
        raise Refused(_("Say why it is undone."))
    lock_orders({part.payment.order_id for part in _payments(line)})
    found = locked(line, seen=seen)
    if found.parts.filter(given_back_by__isnull=False, undone_at=None).exists():
        raise Refused(_("A part of this advance was given back: undo the refund first."))
    for part in _payments(found):
        correct(part.payment, by=by, ground=ground)
    _undo_given_back(found)
    LINE_LIFE.take(
        found,
        LineStep.UNDO,
        by=by,
        note=ground.strip(),
        booked=0,
        ground="",
        expense_kind=None,
        finished_by=None,
        finished_at=None,
    )
    follow(found.statement_id, by=by)
    return found


@transaction.atomic
def payment_is_corrected(correction, *, by):
    """Somewhere a payment was undone: the money of its line is free again. Its order is locked."""
    part = LinePart.objects.filter(payment=correction.corrects_id, undone_at=None).first()
    if part is None:
        return
    line = BankLine.objects.select_for_update().get(pk=part.line_id)
    _undo(part)
    line.booked -= part.amount
    line.save(update_fields=["booked"])


def _payments(line):
    standing = line.parts.filter(payment__isnull=False, undone_at=None)
    return standing.select_related("payment__order").order_by("pk")


def _undo_given_back(line):
    for part in line.gives_back.filter(undone_at=None).select_related("line"):
        advance = BankLine.objects.select_for_update().get(pk=part.line_id)
        _undo(part)
        advance.booked -= part.amount
        advance.save(update_fields=["booked"])


def _undo(part):
    part.undone_at = clock.now()
    part.save(update_fields=["undone_at"])
