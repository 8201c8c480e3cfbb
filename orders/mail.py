"""Letters of the orders to clients, in the language of the firm."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from company.models import Firm
from core import outbox, registry


def fate_of(letter) -> str:
    """To whoever has pressed «send»."""
    words = {"to": letter.to}
    if outbox.can_send():
        return _("The letter to %(to)s is on its way.") % words
    return _("The letter to %(to)s is written and waits: no mail server is set.") % words


def paper(order, document, *, to, by, token):
    """A letter with the paper attached; pressed twice it is written once."""
    title = registry.document_kinds[document.kind].title
    with translation.override(settings.LANGUAGE_CODE):
        context = {"order": order, "document": document, "title": title, "firm": Firm.get()}
        return outbox.write(
            order,
            key=f"paper:{document.pk}:{token}",
            to=to,
            subject=_("%(title)s No. %(number)s") % {"title": title, "number": document.number},
            body=render_to_string("orders/letters/paper.txt", context),
            by=by,
            documents=[document],
        )
