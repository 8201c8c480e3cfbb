from django.utils.translation import gettext as _

from core import money


def nothing_paid(invoice) -> str | None:
    """Money on a cancelled invoice would stand nowhere: it goes back, or to the invoice instead."""
    if invoice.paid <= 0:
        return None
    return _("%(sum)s ₽ is paid on this invoice: issue it anew, or give the money back first.") % {
        "sum": money.amount(invoice.paid)
    }
