"""Who hears what about a proposal."""

from django.utils.translation import gettext_lazy as _

from company.notifications import notify
from core import cells

ENDING = _("The proposal %(number)s for %(client)s holds until %(day)s and is not answered")
ENDED = _("The proposal %(number)s for %(client)s has ended without an answer")
ACCEPTED = _("%(client)s has accepted the proposal %(number)s")
DECLINED = _("%(client)s has declined the proposal %(number)s")


def ring_answer(proposal):
    sentence = ACCEPTED if proposal.is_accepted else DECLINED
    moment = proposal.answered_at.timestamp()
    _ring(proposal, sentence, f"proposal-answer:{proposal.pk}:{moment}")


def ring_term(proposal, warning, *, has_ended):
    sentence = ENDED if has_ended else ENDING
    _ring(proposal, sentence, f"proposal-term:{warning.pk}", day=cells.day(proposal.valid_until))


def _ring(proposal, sentence, key, **more):
    words = {"number": proposal.number, "client": proposal.client.name, **more}
    notify([proposal.responsible], key=key, text=sentence % words, url=proposal.get_absolute_url())
