from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from core import money
from core.errors import Refused
from orders.models import Payment
from orders.money.actions.payments import take_payment
from orders.money.invoices.locking import lock


@transaction.atomic
def pay_invoice(
    invoice, *, by, amount: Decimal, method, token=None, day=None, receipt=None
) -> list[Payment]:
    """Book money that came for this invoice: a payment for each of its orders until it is spent.
    `day` is when it came, where not today. `receipt` is of a single order only: the cash register
    prints one for each payment."""
    orders, locked = lock(invoice)
    if token and (before := Payment.objects.filter(form_token=token).first()):
        return [before]
    if not locked.is_open:
        raise Refused(_("No money is awaited for this invoice: it is paid or cancelled."))
    if not 0 < amount <= locked.open_amount:
        raise Refused(
            _("%(sum)s ₽ is left to pay on this invoice.")
            % {"sum": money.amount(locked.open_amount)}
        )
    by_order, rest, booked = {order.pk: order for order in orders}, amount, []
    for share in locked.shares.owed():
        part = min(rest, share.open_amount)
        if part > 0:
            given = {"token": None if booked else token, "receipt": receipt}
            order = by_order[share.order_id]
            booked.append(
                take_payment(
                    order, by=by, amount=part, method=method, day=day, invoice=locked, **given
                )
            )
            rest -= part
    return booked
