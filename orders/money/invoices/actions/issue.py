from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import translation
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from catalog import wording
from catalog.vocabulary import Kind
from clients.payment_terms import payment_due_on
from company.models import VatRegime
from company.numbering import take_number
from core import clock, documents, money
from core.errors import Refused
from orders.models import WorkOrder
from orders.money.invoices.locking import lock_orders
from orders.money.invoices.models import Invoice, InvoiceLine, InvoiceShare
from orders.money.invoices.outstanding import to_invoice
from orders.work_orders.lifecycle import TAKES_MONEY

SERIES = "invoices"
WHOLE = Decimal(100)


@dataclass(frozen=True)
class Part:
    """What is asked for one order."""

    order: WorkOrder
    amount: Decimal

    @property
    def is_whole(self):
        return self.amount == self.order.total


@transaction.atomic
def issue_invoice(
    orders, *, by, percent: Decimal | None = None, due_on: date | None = None, token=None
) -> Invoice:
    """Ask the client to pay for these orders: `percent` of each, or all that no invoice asks for
    yet. The date it is due on comes from the client's terms where none is given; `token` of the
    form makes a second press answer the first's invoice."""
    if not by.has_perm("orders.add_invoice"):
        raise PermissionDenied
    locked = lock_orders([order.pk for order in orders])
    if token and (pressed_before := Invoice.objects.filter(form_token=token).first()):
        return pressed_before
    _refuse_others(locked)
    parts = [Part(order, asked_for(order, percent)) for order in locked]
    return write(parts, by=by, percent=percent, due_on=due_on, token=token)


def _refuse_others(orders):
    if not orders:
        raise Refused(_("Choose at least one order to be paid for."))
    if len({order.client_id for order in orders}) > 1:
        raise Refused(_("One invoice is for the orders of one client."))
    for order in orders:
        if order.status not in TAKES_MONEY:
            raise Refused(
                _("An invoice is for accepted orders: accept %(number)s first.")
                % {"number": order.number}
            )


def asked_for(order, percent) -> Decimal:
    """By an invoice issued now; refused where nothing is left to ask for, or not so much."""
    free = to_invoice(order)
    if free <= 0:
        raise Refused(
            _(
                "Nothing is left to ask for the order %(number)s: it is paid, or invoices ask for "
                "it."
            )
            % {"number": order.number}
        )
    if percent is None:
        return free
    if not 0 < percent <= WHOLE:
        raise Refused(_("A part is more than 0 and at most 100 per cent."))
    asked = money.share(order.total, percent)
    if asked > free:
        raise Refused(
            _("Only %(sum)s ₽ is left to ask for the order %(number)s.")
            % {"sum": money.amount(free), "number": order.number}
        )
    return asked


def write(parts, *, by, percent=None, due_on=None, token=None, replaces=None) -> Invoice:
    """The invoice with its shares, lines and paper; the caller holds the orders."""
    today, first = clock.today(), parts[0].order
    due_on = due_on or payment_due_on(first.client, today)
    if due_on < today:
        raise Refused(_("The day of payment cannot be in the past."))
    vat_percent = VatRegime.percent_on(today)
    lines = list(_lines(parts, percent, vat_percent))
    invoice = Invoice.objects.create(
        year=today.year,
        seq=take_number(SERIES, today.year),
        client=first.client,
        office=first.office,
        manager=first.manager,
        issued_on=today,
        due_on=due_on,
        expected_on=due_on,
        percent=percent,
        amount=sum((part.amount for part in parts), money.ZERO),
        vat_percent=vat_percent,
        vat_amount=sum((line.vat_amount for line in lines), money.ZERO),
        created_at=clock.now(),
        by=by,
        form_token=token,
        replaces=replaces,
    )
    InvoiceShare.objects.bulk_create(
        InvoiceShare(invoice=invoice, order=part.order, amount=part.amount) for part in parts
    )
    for ordinal, line in enumerate(lines, start=1):
        line.invoice, line.ordinal = invoice, ordinal
    InvoiceLine.objects.bulk_create(lines)
    WorkOrder.objects.filter(pk__in=[part.order.pk for part in parts]).update(has_invoices=True)
    documents.issue("invoice", invoice, by=by)
    return invoice


def _lines(parts, percent, vat_percent):
    for part in parts:
        rows = _of_positions(part.order) if part.is_whole else [_of_part(part, percent)]
        for line in rows:
            if vat_percent is not None:
                line.vat_amount = money.included_vat(line.amount, vat_percent)
            yield line


def _of_positions(order):
    return [
        InvoiceLine(
            order=order,
            title=position.title,
            quantity=position.quantity,
            is_service=position.kind == Kind.SERVICE,
            unit_price=position.unit_price,
            amount=position.total,
        )
        for position in order.positions.all()
        if position.total
    ]


def _of_part(part, percent) -> InvoiceLine:
    """The words are the firm's, whatever the language of the screen."""
    words = {
        "number": part.order.number,
        "date": localdate(part.order.accepted_at).strftime("%d.%m.%Y"),
        "percent": wording.number(percent) if percent else "",
    }
    with translation.override(settings.LANGUAGE_CODE):
        if percent and percent < WHOLE:
            title = _("Prepayment of %(percent)s%% for the work order %(number)s of %(date)s")
        else:
            title = _("Payment for the work order %(number)s of %(date)s")
    amount = part.amount
    return InvoiceLine(
        order=part.order, title=title % words, is_service=True, unit_price=amount, amount=amount
    )
