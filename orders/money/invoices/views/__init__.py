from orders.money.invoices.views.invoice import invoice, invoices
from orders.money.invoices.views.issue import issue_invoice, quote_invoice
from orders.money.invoices.views.shown import open_invoice, shown_invoice, shown_invoice_pdf
from orders.money.invoices.views.verbs import (
    cancel_invoice,
    give_invoice,
    pay_invoice,
    reissue_invoice,
    send_invoice,
)

__all__ = [
    "cancel_invoice",
    "give_invoice",
    "invoice",
    "invoices",
    "issue_invoice",
    "open_invoice",
    "pay_invoice",
    "quote_invoice",
    "reissue_invoice",
    "send_invoice",
    "shown_invoice",
    "shown_invoice_pdf",
]
