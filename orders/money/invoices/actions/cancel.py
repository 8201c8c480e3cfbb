from django.db import transaction
from django.utils.translation import gettext as _

from core import outbox
from core.errors import Refused
from orders.money.invoices.lifecycle import INVOICE_LIFE, InvoiceStep
from orders.money.invoices.locking import lock


@transaction.atomic
def cancel_invoice(invoice, *, by, ground):
    """It asks for nothing any more; it stays, and its number is not given again. A letter that
    waits to be sent does not leave."""
    _orders, locked = lock(invoice)
    withdraw(locked, by=by, ground=ground)
    return locked


def withdraw(invoice, *, by, ground):
    """The same where the caller holds the orders and the invoice."""
    if not ground.strip():
        raise Refused(_("Say why the invoice is cancelled."))
    INVOICE_LIFE.take(
        invoice, InvoiceStep.CANCEL, by=by, note=ground.strip(), cancel_ground=ground.strip()
    )
    outbox.withdraw(invoice)
