"""Which invoice the money of an order stands on.

Whoever calls this holds the order's row. The invoices are locked after it, by their numbers, so
that two payments on two orders of one invoice wait for each other and never in a circle.
"""

from collections.abc import Iterable

from django.db.models import Sum

from company.robot import robot
from core import money
from orders.money.invoices.lifecycle import INVOICE_LIFE, InvoiceStep
from orders.money.invoices.models import Invoice, InvoiceShare, Settlement


def settle(order, payment, *, first: Invoice | None = None):
    """Put a payment on the order's open invoices: on `first`, then on those due earliest. What is
    over stands on none: it was paid without an invoice."""
    _lock(order)
    shares = order.invoice_shares.owed().select_related("invoice")
    wanted = sorted(shares, key=lambda each: (each.invoice != first, each.invoice.due_on, each.pk))
    rest = payment.amount
    for share in wanted:
        part = min(rest, share.open_amount)
        if part <= 0:
            break
        _put(share, payment, part)
        rest -= part


def take_off(order, payment):
    """Money went back, and the order's `paid` says so already: what corrects a payment takes off
    what that one had put on; then the newest invoices give what the order no longer has. So money
    that stood on no invoice goes first."""
    _lock(order)
    shares = list(order.invoice_shares.standing().filter(paid__gt=0).select_related("invoice"))
    if payment.corrects_id:
        _undo(shares, payment)
    excess = sum((share.paid for share in shares), money.ZERO) - order.paid
    for share in sorted(shares, key=lambda each: -each.invoice_id):
        part = min(excess, share.paid)
        if part > 0:
            _put(share, payment, -part)
            excess -= part


def _undo(shares, payment):
    theirs = {share.pk: share for share in shares}
    put = Settlement.objects.filter(payment=payment.corrects, share__in=theirs).order_by("share")
    for found in put.values("share").annotate(sum=Sum("amount")):
        share = theirs[found["share"]]
        part = min(found["sum"], share.paid)
        if part > 0:
            _put(share, payment, -part)


def resettle(order, payments: Iterable):
    """Money that stood on a cancelled invoice goes to those in its place."""
    for payment, amount in payments:
        _lock(order)
        rest = amount
        for share in order.invoice_shares.owed().select_related("invoice").order_by("-invoice_id"):
            part = min(rest, share.open_amount)
            if part > 0:
                _put(share, payment, part)
                rest -= part


def released(share) -> list[tuple]:
    """The payments that stand on this share, each with how much of it; taken off at once."""
    rows = share.settlements.values("payment").annotate(sum=Sum("amount")).order_by("payment")
    stood = {row["payment"]: row["sum"] for row in rows if row["sum"] > 0}
    found = share.order.payments.in_bulk(stood)
    Settlement.objects.bulk_create(
        [Settlement(share=share, payment=found[pk], amount=-sum_) for pk, sum_ in stood.items()]
    )
    share.paid = money.ZERO
    share.save(update_fields=["paid"])
    return [(found[pk], sum_) for pk, sum_ in stood.items()]


def _lock(order):
    shares = InvoiceShare.objects.standing().filter(order=order)
    wanted = Invoice.objects.filter(pk__in=shares.values("invoice")).order_by("pk")
    list(wanted.select_for_update().values_list("pk"))


def _put(share, payment, amount):
    Settlement.objects.create(share=share, payment=payment, amount=amount)
    share.paid += amount
    share.save(update_fields=["paid"])
    invoice = share.invoice
    if invoice.is_paid:
        INVOICE_LIFE.take(invoice, InvoiceStep.OWE_AGAIN, by=robot(), paid=invoice.paid + amount)
        return
    invoice.paid += amount
    if invoice.paid == invoice.amount:
        INVOICE_LIFE.take(invoice, InvoiceStep.PAY, by=robot(), paid=invoice.paid)
    else:
        invoice.save(update_fields=["paid"])
