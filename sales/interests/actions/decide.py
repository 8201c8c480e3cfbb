"""What comes of an interest: a deal of its own, a part of another one, or nothing."""

from django.db import transaction
from django.utils.translation import gettext as _

from company.assignment import actions as assignment
from core import clock
from core.errors import Refused
from core.money import ZERO
from sales.deals import actions as deals
from sales.interests import answering
from sales.interests.actions.answer import first_answer, locked
from sales.interests.lifecycle import INTEREST_LIFE, InterestVerb
from sales.models import Deal


@transaction.atomic
def turn_into_deal(interest, *, by, process, title, expected_sum=None, expected_on=None) -> Deal:
    """What is known of the interest goes along."""
    interest = locked(interest)
    _refuse_decided(interest)
    content = deals.DealContent(
        title=title,
        wish=interest.wish,
        expected_sum=expected_sum or interest.expected_sum or ZERO,
        expected_on=expected_on,
        ad_source=interest.ad_source,
        product_groups=tuple(interest.product_groups.all()),
    )
    deal = deals.open_deal(
        interest.client, content, process=process, by=by, responsible=interest.responsible
    )
    _decide(interest, InterestVerb.TURN, by=by, note=deal.title, deal=deal)
    return deal


@transaction.atomic
def join_to_deal(interest, *, by, deal) -> Deal:
    """They spoke of the same thing before: an open deal of the same client takes it."""
    interest = locked(interest)
    if deal.client_id != interest.client_id:
        raise Refused(_("This deal is of another client."))
    if not deal.is_open:
        raise Refused(_("This deal is closed: make a new one of the interest."))
    _decide(interest, InterestVerb.JOIN, by=by, note=deal.title, deal=deal)
    return deal


@transaction.atomic
def refuse(interest, *, by, loss_reason, note=""):
    """Nothing comes of it; where the firm could not offer it, the wish is kept as unmet demand."""
    interest = locked(interest)
    said = ". ".join(filter(None, [loss_reason.name, note.strip()]))
    _decide(interest, InterestVerb.REFUSE, by=by, note=said, loss_reason=loss_reason)
    return interest


def _refuse_decided(interest):
    """Before anything is made of it."""
    if not interest.is_undecided:
        raise Refused(_("It is decided already: look at the page again."))


def _decide(interest, step, *, by, note, **values):
    minutes = answering.minutes_since(interest, clock.now())
    INTEREST_LIFE.take(
        interest,
        step,
        by=by,
        note=note,
        decision_minutes=minutes,
        **values,
        **first_answer(interest),
    )
    answering.met(interest, by=by)
    assignment.recall(interest, by=by)
