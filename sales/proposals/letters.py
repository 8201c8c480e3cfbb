from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from company.models import Firm
from core import outbox


def write(proposal, paper, *, key, to, address, text, by):
    """In the language of the firm."""
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "proposal": proposal,
            "address": address,
            "text": text,
            "firm": Firm.get(),
            "by": by,
        }
        return outbox.write(
            proposal,
            key=key,
            to=to,
            subject=_("Commercial proposal %(number)s: %(title)s")
            % {"number": proposal.number, "title": proposal.title},
            body=render_to_string("sales/letters/proposal.txt", context),
            by=by,
            documents=[paper],
        )
