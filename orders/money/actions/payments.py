"""Money of an order: every verb locks the order's row first and keeps `paid` equal to the rows."""

from datetime import date, timedelta
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, money, registry
from core.errors import Refused
from orders.models import Payment, WorkOrder
from orders.money.actions.cash_shift import drawer_for
from orders.money.fiscal_receipt import FiscalReceipt, refuse_anothers, state_at_first
from orders.money.invoices.settling import settle, take_off
from orders.money.lifecycle import ReceiptState
from orders.work_orders.lifecycle import ARCHIVE, TAKES_MONEY

Kind, Method = Payment.Kind, Payment.Method
# Of a day that is over only the day is known.
NOON = timedelta(hours=12)


@transaction.atomic
def take_payment(
    order,
    *,
    by,
    amount: Decimal,
    method,
    token=None,
    receipt: FiscalReceipt | None = None,
    day: date | None = None,
    invoice=None,
) -> Payment:
    """Take money for an accepted order; `token` of the form makes a second press pay nothing.
    `receipt` is what the cash register has printed, where it is at hand already. `day` is when a
    transfer came, where not today. The money stands on the order's open invoices, on `invoice`
    first."""
    if not by.has_perm("orders.take_payment"):
        raise PermissionDenied
    locked = _locked(order)
    if token and (pressed_before := Payment.objects.filter(form_token=token).first()):
        return pressed_before
    if amount <= 0:
        raise Refused(_("The sum is more than zero."))
    if amount > locked.debt:
        raise Refused(
            _("Only %(debt)s ₽ is due for this order.") % {"debt": money.amount(locked.debt)}
        )
    if day and (day > clock.today() or method != Method.TRANSFER):
        raise Refused(_("Only a transfer is booked by an earlier day."))
    facts = {"token": token, "receipt": receipt, "day": day}
    return _book(locked, Kind.PAYMENT, amount, method, by=by, invoice=invoice, **facts)


@transaction.atomic
def refund(
    order,
    *,
    by,
    amount: Decimal,
    method,
    ground,
    token=None,
    receipt: FiscalReceipt | None = None,
) -> Payment:
    """Give money back, never more than was paid; after the hand-over only a director gives back
    more than was overpaid. Against a hand-over at once: the row's lock lets one see the other."""
    if not by.has_perm("orders.refund_payment"):
        raise PermissionDenied
    locked = _locked(order)
    if token and (pressed_before := Payment.objects.filter(form_token=token).first()):
        return pressed_before
    if amount <= 0:
        raise Refused(_("The sum is more than zero."))
    if amount > locked.paid:
        raise Refused(
            _("No more than %(paid)s ₽ was paid for this order.")
            % {"paid": money.amount(locked.paid)}
        )
    if not ground.strip():
        raise Refused(_("Give the ground of the refund."))
    _refuse_debt_after_hand_over(locked, amount, by=by)
    return _book(
        locked,
        Kind.REFUND,
        -amount,
        method,
        by=by,
        token=token,
        ground=ground,
        receipt=receipt,
    )


@transaction.atomic
def correct(payment, *, by, ground) -> Payment:
    """Undo a mistaken row by its opposite; both stay. Neither needs a receipt of the cash register
    where none was given."""
    if not by.has_perm("orders.correct_payment"):
        raise PermissionDenied
    locked = _locked(payment.order)
    payment = Payment.objects.select_for_update().get(pk=payment.pk)
    if payment.kind == Kind.CORRECTION or Payment.objects.filter(corrects=payment).exists():
        raise Refused(_("This payment is corrected already."))
    if not ground.strip():
        raise Refused(_("Give the ground of the correction."))
    if payment.amount > locked.paid:
        raise Refused(_("The money of this payment was given back already."))
    undone = _book(
        locked,
        Kind.CORRECTION,
        -payment.amount,
        payment.method,
        by=by,
        ground=ground,
        corrects=payment,
    )
    Payment.objects.filter(pk=payment.pk, receipt_state=ReceiptState.DUE).update(
        receipt_state=ReceiptState.NOT_NEEDED
    )
    registry.announce("payment_corrected", undone, by=by)
    return undone


def _refuse_debt_after_hand_over(order, amount, *, by):
    if order.status not in ARCHIVE or by.has_perm("orders.allow_debt_workorder"):
        return
    if amount > -order.debt:
        raise Refused(_("The order is handed over: now only a director gives money back for it."))


def _locked(order):
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    if locked.status not in TAKES_MONEY:
        raise Refused(_("Money is taken for accepted orders: accept the calculation first."))
    return locked


def _book(
    order,
    kind,
    amount,
    method,
    *,
    by,
    token=None,
    ground="",
    corrects=None,
    receipt=None,
    day=None,
    invoice=None,
):
    """A correction lies where the row that it undoes lay."""
    office = corrects.office if corrects else by.office
    payment = Payment.objects.create(
        order=order,
        kind=kind,
        method=method,
        amount=amount,
        corrects=corrects,
        ground=ground.strip(),
        office=office,
        shift=drawer_for(office, corrects=corrects) if method == Method.CASH else None,
        day=day or clock.today(),
        at=clock.now() if day in (None, clock.today()) else clock.midnight(day) + NOON,
        by=by,
        form_token=token,
        **_receipt_of(order, amount, method, receipt, corrects),
    )
    order.paid += amount
    order.save(update_fields=["paid"])
    if order.has_invoices:
        _stand_on_invoices(order, payment, invoice)
    registry.announce("money_booked", order, by=by)
    return payment


def _stand_on_invoices(order, payment, invoice):
    if payment.amount > 0:
        settle(order, payment, first=invoice)
    else:
        take_off(order, payment)


def _receipt_of(order, amount, method, receipt, corrects):
    if receipt:
        refuse_anothers(receipt, amount)
        return receipt.facts()
    return {"receipt_state": state_at_first(order, method, corrects)}
