"""The drawer of an office. Whoever books cash holds the order's row and then the shift's, and
nobody locks an order while holding a shift."""

from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from company.models import Firm
from core import clock, money
from core.errors import Refused
from orders.money.lifecycle import SHIFT_LIFE, ShiftStep
from orders.money.models import CashShift, CashWithdrawal


def open_cash_shift(office, *, by, counted: Decimal, ground="") -> CashShift:
    """Begin with a count. What is there besides what the last shift had left has a ground. A second
    press by the same person answers the shift that the first has opened."""
    if not by.has_perm("orders.open_cashshift"):
        raise PermissionDenied
    if counted < 0:
        raise Refused(_("There cannot be less than nothing in the drawer."))
    if open_already := CashShift.objects.open_in(office).select_related("opened_by").first():
        return _answer_second(open_already, by)
    carried = CashShift.objects.left_in(office)
    if carried is not None and carried != counted and not ground.strip():
        raise Refused(
            _("The last shift left %(sum)s ₽ in the drawer. Say why it is not so now.")
            % {"sum": money.amount(carried)}
        )
    try:
        with transaction.atomic():
            return CashShift.objects.create(
                office=office,
                opened_at=clock.now(),
                opened_by=by,
                opening_amount=counted,
                carried_amount=carried,
                opening_ground=ground.strip(),
            )
    except IntegrityError:  # opened by somebody at this very moment
        found = CashShift.objects.open_in(office).select_related("opened_by").get()
        return _answer_second(found, by)


def _answer_second(shift, by):
    if shift.opened_by_id == by.pk:
        return shift
    raise Refused(
        _("The cash shift is open already: %(who)s opened it.") % {"who": shift.opened_by}
    )


@transaction.atomic
def withdraw_cash(shift, *, by, amount: Decimal, ground, token=None) -> CashWithdrawal:
    """Take money out of the drawer, never more than should be there."""
    if not by.has_perm("orders.withdraw_cashshift"):
        raise PermissionDenied
    locked = _locked(shift)
    if token and (pressed_before := CashWithdrawal.objects.filter(form_token=token).first()):
        return pressed_before
    if amount <= 0:
        raise Refused(_("The sum is more than zero."))
    if not ground.strip():
        raise Refused(_("Say what the money is taken for."))
    there = _in_drawer(locked)
    if amount > there:
        raise Refused(
            _("Only %(sum)s ₽ should be in the drawer now.") % {"sum": money.amount(there)}
        )
    return locked.withdrawals.create(
        amount=amount, ground=ground.strip(), at=clock.now(), by=by, form_token=token
    )


@transaction.atomic
def undo_withdrawal(withdrawal, *, by, ground) -> CashWithdrawal:
    """What was taken out by mistake is in the drawer again, by a row of its own; once, and while
    the shift is open: after that the count has told."""
    if not by.has_perm("orders.withdraw_cashshift"):
        raise PermissionDenied
    shift = _locked(withdrawal.shift)
    undone = shift.withdrawals.select_related("undone_by").get(pk=withdrawal.pk)
    if not undone.can_be_undone:
        raise Refused(_("This withdrawal has been undone already."))
    if not ground.strip():
        raise Refused(_("Say what was wrong with it."))
    return shift.withdrawals.create(
        amount=-undone.amount, ground=ground.strip(), undoes=undone, at=clock.now(), by=by
    )


@transaction.atomic
def close_cash_shift(shift, *, by, counted: Decimal, notes=None, ground="") -> CashShift:
    """Close with a count; a difference from what should be there has a ground."""
    locked = CashShift.objects.select_for_update().get(pk=shift.pk)
    if not locked.is_open and locked.closed_by_id == by.pk and locked.counted_amount == counted:
        return locked
    if counted < 0:
        raise Refused(_("There cannot be less than nothing in the drawer."))
    expected = _in_drawer(locked)
    if locked.is_open and counted != expected and not ground.strip():
        raise Refused(_difference_in_words(counted - expected))
    SHIFT_LIFE.take(
        locked,
        ShiftStep.CLOSE,
        by=by,
        note=ground,
        closed_by=by,
        counted_amount=counted,
        expected_amount=expected,
        notes_count=notes or {},
        difference_ground=ground.strip(),
    )
    locked.refresh_from_db()
    return locked


def _difference_in_words(difference):
    found = (
        _("The drawer lacks %(sum)s ₽: count once more, or give the ground.")
        if difference < 0
        else _("The drawer has %(sum)s ₽ too much: count once more, or give the ground.")
    )
    return found % {"sum": money.amount(abs(difference))}


def _locked(shift):
    locked = CashShift.objects.select_for_update().get(pk=shift.pk)
    if not locked.is_open:
        raise Refused(_("This cash shift is closed: open a new one."))
    return locked


def _in_drawer(shift):
    """Read after the lock: money booked while it was waited for counts."""
    return CashShift.objects.with_figures().get(pk=shift.pk).in_drawer


def drawer_for(office, *, corrects=None) -> CashShift | None:
    """The locked shift that cash of this office goes into now, None where none is open.

    What undoes a row of a closed shift goes into none: that drawer is counted already.
    """
    if corrects:
        open_one = CashShift.objects.open().filter(pk=corrects.shift_id)
    else:
        open_one = CashShift.objects.open_in(office)
    shift = open_one.select_for_update().first()
    if shift is None and corrects is None and Firm.get().cash_needs_shift:
        raise Refused(_("Open the cash shift of your office first: cash goes into a drawer."))
    return shift
