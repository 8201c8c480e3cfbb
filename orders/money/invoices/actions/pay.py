from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from core import money
from core.errors import Refused
from orders.models import Payment
from orders.money.actions.ledger import Ledger
from orders.money.actions.payments import put_payment
from orders.money.invoices.locking import orders_of
from orders.money.invoices.settling import is_awaited


@transaction.atomic
def pay_invoice(
    invoice, *, by, amount: Decimal, method, token=None, day=None, receipt=None
) -> list[Payment]:
    """Book money that came for this invoice: a payment for each of its orders until it is spent.
    `day` is when it came, where not today. `receipt` is of a single order only: the cash register
    prints one for each payment."""
    ledger = Ledger(orders_of([invoice]), by=by)
    if token and (before := Payment.objects.filter(form_token=token).first()):
        return [before]
    booked = put_on_invoice(ledger, invoice, amount, method, token=token, receipt=receipt, day=day)
    ledger.write()
    return booked


def put_on_invoice(ledger, invoice, amount: Decimal, method, *, token=None, **facts):
    """The rules of money for an invoice whose orders the ledger holds; still to be written."""
    locked = ledger.standing.invoices.get(invoice.pk)
    if locked is None or not is_awaited(locked):
        raise Refused(_("No money is awaited for this invoice: it is paid or cancelled."))
    if not 0 < amount <= locked.open_amount:
        raise Refused(
            _("%(sum)s ₽ is left to pay on this invoice.")
            % {"sum": money.amount(locked.open_amount)}
        )
    rest, booked = amount, []
    for share in ledger.standing.owed_of(locked):
        part = min(rest, share.open_amount)
        if part > 0:
            once = None if booked else token
            order = ledger.orders[share.order_id]
            given = {"invoice": locked, "form_token": once, **facts}
            booked.append(put_payment(ledger, order, part, method, **given))
            rest -= part
    return booked
