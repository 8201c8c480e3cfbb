"""What follows when a debt is paid."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from company.notifications import notify
from core import outbox, registry
from orders.money.debts.measures import LETTERS, minders


def contribute():
    registry.react("invoice_paid", keep_letters_back)
    registry.react("invoice_paid", tell_of_credit)


def keep_letters_back(invoice, *, by):
    """A reminder that waits to be sent does not leave."""
    outbox.withdraw(invoice, key_begins=LETTERS)


def tell_of_credit(invoice, *, by):
    """Credit is given back by a person, who hears when nothing is overdue any more."""
    client = invoice.client
    if not client.is_credit_stopped or client.invoices.overdue().exclude(pk=invoice.pk).exists():
        return
    with translation.override(settings.LANGUAGE_CODE):
        text = _("%(client)s has paid all that was overdue: decide whether to give credit again.")
        notify(
            {invoice.manager, *minders()},
            key=f"credit-again:{invoice.pk}:{invoice.paid_at}",
            text=text % {"client": client.name},
            url=client.get_absolute_url(),
        )
