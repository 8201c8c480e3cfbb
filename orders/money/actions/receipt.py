from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import Refused
from orders.money.fiscal_receipt import FiscalReceipt, refuse_anothers
from orders.money.lifecycle import ReceiptState
from orders.money.models import Payment


@transaction.atomic
def write_receipt(payment, *, by, receipt: FiscalReceipt | None = None, needed=True) -> Payment:
    """Write down the cash register's receipt; without one, that it is due or not `needed`.

    A receipt that is given stays given: a mistyped number is written anew, the earlier one is kept
    in the changes.
    """
    if not by.has_perm("orders.write_receipt_payment"):
        raise PermissionDenied
    locked = Payment.objects.select_for_update().get(pk=payment.pk)
    if receipt:
        refuse_anothers(receipt, locked.amount, besides=locked.pk)
        facts = receipt.facts()
    elif locked.has_receipt:
        raise Refused(_("The receipt of this payment is given already."))
    else:
        facts = {"receipt_state": ReceiptState.DUE if needed else ReceiptState.NOT_NEEDED}
    for name, value in facts.items():
        setattr(locked, name, value)
    locked.save(update_fields=[*facts])
    return locked
