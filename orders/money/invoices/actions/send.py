from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from company.robot import robot
from core import documents, links
from core.errors import Refused
from core.models import OutgoingMessage
from orders.money.invoices import letters
from orders.money.invoices.lifecycle import INVOICE_LIFE, InvoiceStatus, InvoiceStep
from orders.money.invoices.models import Invoice

PURPOSE = "invoice"
TO_BE_OPENED = {InvoiceStatus.PREPARED, InvoiceStatus.SENT}


@transaction.atomic
def send_invoice(invoice, *, by, to, token, address_of: Callable[[str], str]) -> OutgoingMessage:
    """Write it to the client with the paper attached and an address to look at it; `address_of`
    makes the address of a secret link's token. It counts as sent when the letter has left."""
    if not (by.has_perm("core.add_outgoingmessage") and by.has_perm("orders.send_invoice")):
        raise PermissionDenied
    locked = Invoice.objects.select_for_update().get(pk=invoice.pk)
    if locked.is_cancelled:
        raise Refused(_("This invoice is cancelled: issue another one."))
    key = f"invoice:{locked.pk}:{token}"
    if written := OutgoingMessage.objects.filter(key=key).first():
        return written
    address = address_of(links.make(locked, purpose=PURPOSE, by=by))
    paper = documents.latest("invoice", locked)
    return letters.write(locked, paper, key=key, to=to, address=address, by=by)


@transaction.atomic
def give_invoice(invoice, *, by):
    """The client has it on paper, or by a messenger."""
    locked = Invoice.objects.select_for_update().get(pk=invoice.pk)
    INVOICE_LIFE.take(locked, InvoiceStep.SEND, by=by)
    return locked


@transaction.atomic
def has_left(letter, *, by):
    """A letter of the firm's has been sent: if it carried an invoice, the client has it now."""
    if letter.owner_type != Invoice._meta.label_lower:
        return
    invoice = Invoice.objects.select_for_update().get(pk=letter.owner_id)
    if invoice.is_cancelled:
        letters.tell_that_a_cancelled_one_left(invoice)
    elif invoice.status == InvoiceStatus.PREPARED:
        INVOICE_LIFE.take(invoice, InvoiceStep.SEND, by=robot(), note=letter.to)


@transaction.atomic
def open_invoice(invoice):
    """Somebody with the secret address has looked at it."""
    locked = Invoice.objects.select_for_update().get(pk=invoice.pk)
    if locked.status in TO_BE_OPENED:
        INVOICE_LIFE.take(locked, InvoiceStep.OPEN, by=robot())
    return locked
