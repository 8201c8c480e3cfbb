"""Lines that are no payment of a client's."""

from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import Refused
from orders.money.statements.actions.taking import locked, settle
from orders.money.statements.direction import Direction
from orders.money.statements.lifecycle import LineStep


@transaction.atomic
def keep_expense(line, *, by, kind=None, supplier=None, seen=None):
    """Money of the firm's that was spent; the kind may be said anew of what is kept already."""
    found = locked(line, seen=seen)
    if found.direction == Direction.IN:
        raise Refused(_("This money came in: it is no expense."))
    settle(found, LineStep.KEEP_EXPENSE, by=by, expense_kind=kind, client=supplier or found.client)
    return found


@transaction.atomic
def keep_transfer(line, *, by, seen=None):
    """Between the firm's own accounts, though one of them is not in the dictionary."""
    found = locked(line, seen=seen)
    settle(found, LineStep.KEEP_TRANSFER, by=by)
    return found


@transaction.atomic
def leave_out_line(line, *, by, ground, seen=None):
    """Nobody's payment and nobody's expense, such as a bank's correction of itself."""
    if not ground.strip():
        raise Refused(_("Say why the line is left out."))
    found = locked(line, seen=seen)
    settle(found, LineStep.LEAVE_OUT, by=by, note=ground.strip(), ground=ground.strip()[:250])
    return found
