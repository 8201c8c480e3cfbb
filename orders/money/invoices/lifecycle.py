"""The life of an invoice: written, with the client, paid; never deleted, only cancelled.

What is paid of it follows the money of its orders (`settling`); a person sends it and cancels it.
"""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from core.lifecycle import Life, Route
from orders.money.invoices import conditions


class InvoiceStatus(TextChoices):
    PREPARED = "prepared", pgettext_lazy("invoice", "Prepared")
    SENT = "sent", pgettext_lazy("invoice", "Sent")
    OPENED = "opened", pgettext_lazy("invoice", "Opened by the client")
    PAID = "paid", pgettext_lazy("invoice", "Paid")
    CANCELLED = "cancelled", pgettext_lazy("invoice", "Cancelled")


class InvoiceStep(TextChoices):
    SEND = "send", pgettext_lazy("invoice step", "Given to the client")
    OPEN = "open", pgettext_lazy("invoice step", "Opened by the client")
    PAY = "pay", pgettext_lazy("invoice step", "Paid in full")
    OWE_AGAIN = "owe_again", pgettext_lazy("invoice step", "Money went back, it is owed again")
    CANCEL = "cancel", pgettext_lazy("invoice step", "Cancel")
    PROMISE = "promise", pgettext_lazy("invoice step", "The client will pay")
    DEFER = "defer", pgettext_lazy("invoice step", "Deferral granted")
    DISPUTE = "dispute", pgettext_lazy("invoice step", "The client disputes it")
    SETTLE_DISPUTE = "settle_dispute", pgettext_lazy("invoice step", "The dispute is settled")


S = InvoiceStatus
ANSWER = "interactions.hold_interaction"  # whoever calls notes what was said
OPEN_INVOICE = {S.PREPARED, S.SENT, S.OPENED}  # money is awaited
STANDING_INVOICE = OPEN_INVOICE | {S.PAID}
# fmt: off
INVOICE_ROUTES = {
    InvoiceStep.SEND:      Route({S.PREPARED}, S.SENT, stamp="sent_at"),
    InvoiceStep.OPEN:      Route({S.PREPARED, S.SENT}, S.OPENED, stamp="opened_at", offered=False),
    InvoiceStep.PAY:       Route(OPEN_INVOICE, S.PAID, stamp="paid_at", happening="invoice_paid", offered=False),  # noqa: E501
    InvoiceStep.OWE_AGAIN: Route({S.PAID}, S.SENT, happening="invoice_owed_again", offered=False),
    InvoiceStep.PROMISE:   Route(OPEN_INVOICE, None, offered=False, right=ANSWER),
    InvoiceStep.DEFER:     Route(OPEN_INVOICE, None, offered=False, right=ANSWER),
    InvoiceStep.DISPUTE:   Route(OPEN_INVOICE, None, offered=False, right=ANSWER),
    InvoiceStep.SETTLE_DISPUTE: Route(OPEN_INVOICE, None, offered=False, right=ANSWER),
    InvoiceStep.CANCEL:    Route(OPEN_INVOICE, S.CANCELLED, must=(conditions.nothing_paid,), stamp="cancelled_at", happening="invoice_cancelled"),  # noqa: E501
}
# fmt: on
INVOICE_LIFE = Life(InvoiceStep, INVOICE_ROUTES, "orders.invoice", states=InvoiceStatus)
