from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import Refused
from orders.money.invoices.actions.cancel import withdraw
from orders.money.invoices.actions.issue import Part, write
from orders.money.invoices.locking import lock
from orders.money.invoices.models import Invoice
from orders.money.invoices.outstanding import to_invoice
from orders.money.invoices.settling import released, resettle


@transaction.atomic
def reissue_invoice(invoice, *, by, ground, due_on=None) -> Invoice:
    """Another invoice in its place, for what its orders cost now; what was paid on the old one
    stands on the new. One that asked for a part asks for the rest of what is owed."""
    if not by.has_perm("orders.add_invoice"):
        raise PermissionDenied
    orders, locked = lock(invoice)
    if not locked.is_open:
        raise Refused(_("Only an invoice for which money is awaited is issued anew."))
    by_order = {order.pk: order for order in orders}
    moved = {share.order_id: released(share) for share in locked.shares.select_related("order")}
    locked.paid = 0
    locked.save(update_fields=["paid"])
    withdraw(locked, by=by, ground=ground)
    parts = [Part(by_order[pk], _asked(by_order[pk], moved[pk])) for pk in moved]
    parts = [part for part in parts if part.amount > 0]
    if not parts:
        raise Refused(_("Nothing is left to ask for these orders: cancel the invoice instead."))
    new = write(parts, by=by, due_on=due_on, replaces=locked)
    for pk, payments in moved.items():
        resettle(by_order[pk], payments)
    new.refresh_from_db()
    return new


def _asked(order, payments):
    """What is owed, and what was paid for it on the invoice before."""
    return to_invoice(order) + sum(amount for _payment, amount in payments)
