"""What follows when debts are paid."""

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.utils import translation
from django.utils.translation import gettext as _

from clients.models import Client
from company.notifications import notify
from core import outbox, registry
from orders.models import Invoice
from orders.money.debts.measures import LETTERS, minders


def contribute():
    registry.react_to_all("invoice_paid", keep_letters_back)
    registry.react_to_all("invoice_paid", tell_of_credit)


def keep_letters_back(invoices, *, by):
    """A reminder that waits to be sent does not leave."""
    outbox.withdraw(*invoices, key_begins=LETTERS)


def tell_of_credit(invoices, *, by):
    """Credit is given back by a person, who hears when nothing is overdue any more: once, also
    where one transfer has paid several invoices."""
    stopped = Client.objects.filter(
        pk__in={invoice.client_id for invoice in invoices}, is_credit_stopped=True
    )
    owing = Invoice.objects.overdue().filter(client__in=stopped).values("client")
    free = stopped.exclude(pk__in=owing).in_bulk()
    theirs = [invoice for invoice in invoices if invoice.client_id in free]
    prefetch_related_objects(theirs, "manager")
    for invoice in theirs:
        _tell(invoice, free[invoice.client_id])


def _tell(invoice, client):
    with translation.override(settings.LANGUAGE_CODE):
        text = _("%(client)s has paid all that was overdue: decide whether to give credit again.")
        notify(
            {invoice.manager, *minders()},
            key=f"credit-again:{client.pk}:{invoice.paid_at}",
            text=text % {"client": client.name},
            url=client.get_absolute_url(),
        )
