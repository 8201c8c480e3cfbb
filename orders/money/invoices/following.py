"""What becomes of invoices when their order does. The order's row is locked."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from company.notifications import notify
from company.robot import robot
from orders.models import Invoice
from orders.money.invoices.actions.cancel import withdraw
from orders.work_orders.lifecycle import Status


def follow_order(order, *, by):
    """An invoice for cancelled orders alone, with no money on it, is cancelled with them. One that
    asks for more than is owed now is a person's to issue anew: its manager hears of it."""
    if not order.has_invoices:
        return
    theirs = Invoice.objects.open().of_order(order).order_by("pk")
    for invoice in theirs.select_for_update(of=("self",)):
        if _is_all_cancelled(invoice) and not invoice.paid:
            withdraw(invoice, by=robot(), ground=_in_firms_words(order))
    for invoice in Invoice.objects.outgrown().of_order(order).select_related("manager"):
        _ring(invoice, order)


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
