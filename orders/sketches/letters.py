"""The letter that goes with a sketch, in the language of the firm."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from company.models import Firm
from core import outbox


def text_of(order) -> str:
    """What the page proposes: each position with its size, what was agreed, what is asked."""
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "order": order,
            "positions": order.positions.filter(goes_to_shop=True),
            "firm": Firm.get(),
        }
        return render_to_string("orders/letters/sketch.txt", context).strip()


def write(order, *, key, to, text, files, by):
    with translation.override(settings.LANGUAGE_CODE):
        subject = _("Sketch of the order No. %(number)s") % {"number": order.number}
    return outbox.write(order, key=key, to=to, subject=subject, body=text, by=by, attachments=files)
