"""Which invoice the money of an order stands on.

Whoever asks holds the orders' rows. The invoices are locked after them, by their numbers, so that
two payments on two orders of one invoice wait for each other and never in a circle.
"""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from django.db.models import Sum

from company.robot import robot
from core import money
from core.own_values import write_own
from orders.money.invoices.lifecycle import INVOICE_LIFE, InvoiceStep
from orders.money.invoices.models import Invoice, InvoiceShare, Settlement


class Standing:
    """The standing invoices of some orders, locked. What is put on their shares is reckoned in
    memory and written by `write`, many as one."""

    def __init__(self, orders: Iterable):
        self.settlements: list[Settlement] = []
        self._of_order, self._of_invoice = defaultdict(list), defaultdict(list)
        self.invoices: dict[int, Invoice] = {}
        if asked := [order.pk for order in orders if order.has_invoices]:
            self._lock(asked)

    def _lock(self, orders):
        shares = InvoiceShare.objects.standing().filter(order__in=orders)
        wanted = Invoice.objects.filter(pk__in=shares.values("invoice")).order_by("pk")
        self.invoices = {invoice.pk: invoice for invoice in wanted.select_for_update()}
        for share in shares.order_by("pk"):
            share.invoice = self.invoices[share.invoice_id]
            self._of_order[share.order_id].append(share)
            self._of_invoice[share.invoice_id].append(share)

    def of(self, order) -> list[InvoiceShare]:
        return self._of_order[order.pk]

    def owed(self, order) -> list[InvoiceShare]:
        """Of invoices for which money is awaited, and not all of the share is there."""
        return [share for share in self.of(order) if _is_owed(share)]

    def owed_of(self, invoice) -> list[InvoiceShare]:
        """The same of an invoice all of whose orders are held."""
        return [share for share in self._of_invoice[invoice.pk] if _is_owed(share)]

    def put(self, share, payment, amount):
        self.settlements.append(Settlement(share=share, payment=payment, amount=amount))
        _move(share, amount)

    def forget_after(self, count: int):
        """Only the first so many were put."""
        for settlement in self.settlements[count:]:
            _move(settlement.share, -settlement.amount)
        del self.settlements[count:]

    def write(self):
        Settlement.objects.bulk_create(self.settlements)
        shares = list({each.share_id: each.share for each in self.settlements}.values())
        write_own(shares, "paid")
        _follow(list({share.invoice_id: share.invoice for share in shares}.values()))
        self.settlements = []


def is_awaited(invoice) -> bool:
    """Money for it; one whose last rouble is being written is paid."""
    return invoice.is_open and invoice.open_amount > 0


def _is_owed(share):
    return share.open_amount > 0 and is_awaited(share.invoice)


def _move(share, amount):
    share.paid += amount
    share.invoice.paid += amount
    share.invoice.open_amount -= amount


def _follow(invoices):
    """What is paid of them is written, and whether they are paid."""
    following = defaultdict(list)
    for invoice in invoices:
        following[_step_of(invoice)].append(invoice)
    write_own(following.pop(None, []), "paid")
    for step, theirs in following.items():
        INVOICE_LIFE.take_together(theirs, step, by=robot(), own=["paid"])


def _step_of(invoice) -> InvoiceStep | None:
    if invoice.is_open and invoice.open_amount == 0:
        return InvoiceStep.PAY
    return InvoiceStep.OWE_AGAIN if invoice.is_paid and invoice.open_amount > 0 else None


def settle(standing: Standing, order, payment, *, first: Invoice | None = None):
    """Put a payment on the order's open invoices: on `first`, then on those due earliest. What is
    over stands on none: it was paid without an invoice."""
    wanted = sorted(
        standing.owed(order),
        key=lambda each: (each.invoice != first, each.invoice.due_on, each.pk),
    )
    _spread(standing, wanted, payment, payment.amount)


def take_off(standing: Standing, order, payment):
    """Money went back, and the order's `paid` says so already: what corrects a payment takes off
    what that one had put on; then the newest invoices give what the order no longer has. So money
    that stood on no invoice goes first."""
    shares = [share for share in standing.of(order) if share.paid > 0]
    if payment.corrects_id:
        _undo(standing, shares, payment)
    excess = sum((share.paid for share in shares), money.ZERO) - order.paid
    for share in sorted(shares, key=lambda each: -each.invoice_id):
        part = min(excess, share.paid)
        if part > 0:
            standing.put(share, payment, -part)
            excess -= part


def _undo(standing, shares, payment):
    theirs = {share.pk: share for share in shares}
    put = Settlement.objects.filter(payment=payment.corrects, share__in=theirs).order_by("share")
    for found in put.values("share").annotate(sum=Sum("amount")):
        share = theirs[found["share"]]
        part = min(found["sum"], share.paid)
        if part > 0:
            standing.put(share, payment, -part)


def _spread(standing, shares, payment, amount: Decimal):
    rest = amount
    for share in shares:
        part = min(rest, share.open_amount)
        if part > 0:
            standing.put(share, payment, part)
            rest -= part


def resettle(order, payments: Iterable):
    """Money that stood on a cancelled invoice goes to those in its place."""
    standing = Standing([order])
    for payment, amount in payments:
        newest = sorted(standing.owed(order), key=lambda each: -each.invoice_id)
        _spread(standing, newest, payment, amount)
    standing.write()


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
