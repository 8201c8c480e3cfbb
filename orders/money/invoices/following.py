"""What becomes of invoices when their orders do. The orders' rows are locked."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from company.notifications import notify
from company.robot import robot
from orders.models import Invoice
from orders.money.invoices.actions.cancel import withdraw
from orders.money.invoices.models import InvoiceShare
from orders.work_orders.lifecycle import Status


def follow_orders(orders, *, by):
    """An invoice for cancelled orders alone, with no money on it, is cancelled with them. One that
    asks for more than is owed now is a person's to issue anew: its manager hears of it."""
    asked = {order.pk: order for order in orders if order.has_invoices}
    if not asked:
        return
    theirs = InvoiceShare.objects.filter(order__in=asked)
    _withdraw_all_cancelled(theirs, asked)
    outgrown = theirs.filter(invoice__in=Invoice.objects.outgrown().of_orders(asked))
    for share in outgrown.select_related("invoice__manager"):
        _ring(share.invoice, asked[share.order_id])


def _withdraw_all_cancelled(shares, orders):
    cancelled = [pk for pk, order in orders.items() if order.status == Status.CANCELLED]
    if not cancelled:
        return
    theirs = shares.filter(order__in=cancelled).order_by("invoice", "pk")
    first = {share.invoice_id: orders[share.order_id] for share in reversed(theirs)}
    open_ones = Invoice.objects.open().filter(pk__in=first).order_by("pk")
    for invoice in open_ones.select_for_update(of=("self",)):
        if _is_all_cancelled(invoice) and not invoice.paid:
            withdraw(invoice, by=robot(), ground=_in_firms_words(first[invoice.pk]))


def _is_all_cancelled(invoice):
    return not invoice.shares.exclude(order__status=Status.CANCELLED).exists()


def _in_firms_words(order):
    with translation.override(settings.LANGUAGE_CODE):
        return _("The order %(number)s is cancelled") % {"number": order.number}


def _ring(invoice, order):
    with translation.override(settings.LANGUAGE_CODE):
        words = {"invoice": invoice.number, "order": order.number}
        text = _("The invoice %(invoice)s asks for more than the order %(order)s owes now") % words
    notify(
        [invoice.manager],
        key=f"invoice_outgrown:{invoice.pk}:{order.version}",
        text=text,
        url=invoice.get_absolute_url(),
    )
