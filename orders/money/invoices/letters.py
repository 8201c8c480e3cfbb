from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from company.models import Firm
from company.notifications import notify
from core import outbox


def write(invoice, paper, *, key, to, address, by):
    """In the language of the firm."""
    with translation.override(settings.LANGUAGE_CODE):
        context = {"invoice": invoice, "address": address, "firm": Firm.get(), "by": by}
        return outbox.write(
            invoice,
            key=key,
            to=to,
            subject=_("Invoice %(number)s") % {"number": invoice.number},
            body=render_to_string("orders/letters/invoice.txt", context),
            by=by,
            documents=[paper],
        )


def tell_that_a_cancelled_one_left(invoice):
    notify(
        [invoice.manager],
        key=f"cancelled_invoice_left:{invoice.pk}",
        text=gettext_lazy(
            "The invoice %(number)s was cancelled while its letter was leaving: tell the client."
        )
        % {"number": invoice.number},
        url=invoice.get_absolute_url(),
    )
