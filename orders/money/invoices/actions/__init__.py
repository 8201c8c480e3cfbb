from orders.money.invoices.actions.cancel import cancel_invoice
from orders.money.invoices.actions.issue import issue_invoice
from orders.money.invoices.actions.pay import pay_invoice
from orders.money.invoices.actions.reissue import reissue_invoice
from orders.money.invoices.actions.send import give_invoice, open_invoice, send_invoice

__all__ = [
    "cancel_invoice",
    "give_invoice",
    "issue_invoice",
    "open_invoice",
    "pay_invoice",
    "reissue_invoice",
    "send_invoice",
]
