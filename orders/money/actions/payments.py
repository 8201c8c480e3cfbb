"""Money of an order: every verb locks the order's row first and keeps `paid` equal to the rows."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock, money, registry
from core.errors import Refused
from orders.models import Payment
from orders.money.actions.ledger import Ledger
from orders.money.fiscal_receipt import FiscalReceipt
from orders.money.lifecycle import ReceiptState
from orders.work_orders.lifecycle import ARCHIVE, TAKES_MONEY

Kind, Method = Payment.Kind, Payment.Method


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
    ledger = Ledger([order.pk], by=by)
    if token and (pressed_before := Payment.objects.filter(form_token=token).first()):
        return pressed_before
    payment = put_payment(
        ledger, order, amount, method, invoice=invoice, receipt=receipt, day=day, form_token=token
    )
    ledger.write()
    return payment


def put_payment(ledger, order, amount: Decimal, method, *, day: date | None = None, **facts):
    """The rules of a payment for an order of the ledger, which is still to be written."""
    if not ledger.by.has_perm("orders.take_payment"):
        raise PermissionDenied
    locked = _of(ledger, order)
    if amount <= 0:
        raise Refused(_("The sum is more than zero."))
    if amount > locked.debt:
        raise Refused(
            _("Only %(debt)s ₽ is due for this order.") % {"debt": money.amount(locked.debt)}
        )
    if day and (day > clock.today() or method != Method.TRANSFER):
        raise Refused(_("Only a transfer is booked by an earlier day."))
    return ledger.book(locked, Kind.PAYMENT, amount, method, day=day, **facts)


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
    ledger = Ledger([order.pk], by=by)
    locked = _of(ledger, order)
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
    facts = {"form_token": token, "ground": ground.strip(), "receipt": receipt}
    payment = ledger.book(locked, Kind.REFUND, -amount, method, **facts)
    ledger.write()
    return payment


@transaction.atomic
def correct(payment, *, by, ground) -> Payment:
    """Undo a mistaken row by its opposite; both stay. Neither needs a receipt of the cash register
    where none was given."""
    if not by.has_perm("orders.correct_payment"):
        raise PermissionDenied
    ledger = Ledger([payment.order_id], by=by)
    locked = _of(ledger, payment.order)
    payment = Payment.objects.select_for_update().get(pk=payment.pk)
    if payment.kind == Kind.CORRECTION or Payment.objects.filter(corrects=payment).exists():
        raise Refused(_("This payment is corrected already."))
    if not ground.strip():
        raise Refused(_("Give the ground of the correction."))
    if payment.amount > locked.paid:
        raise Refused(_("The money of this payment was given back already."))
    facts = {"ground": ground.strip(), "corrects": payment}
    undone = ledger.book(locked, Kind.CORRECTION, -payment.amount, payment.method, **facts)
    ledger.write()
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


def _of(ledger, order):
    """As it stands in the ledger."""
    locked = ledger.orders[order.pk]
    if locked.status not in TAKES_MONEY:
        raise Refused(_("Money is taken for accepted orders: accept the calculation first."))
    return locked
