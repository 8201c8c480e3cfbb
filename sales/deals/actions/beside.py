"""Who decides, whom we compete with, how risky it is: noted beside the deal at any time."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.errors import Refused
from sales.deals.lifecycle import CHANGE
from sales.deals.scoring import PROSPECTS, RISK, scored
from sales.models import ClientOutlook, CompetitorOffer, DealPerson, RiskScore


def _may(by):
    if not by.has_perm(CHANGE):
        raise PermissionDenied


@transaction.atomic
def add_participant(deal, person, *, by, part="", note="") -> DealPerson:
    """`part` is kept where it differs from the one on the client's card."""
    _may(by)
    if person.client_id != deal.client_id:
        raise Refused(_("This person is of another client."))
    values = {"part": "" if part == person.part else part, "note": note}
    return DealPerson.objects.update_or_create(deal=deal, person=person, defaults=values)[0]


@transaction.atomic
def remove_participant(participant, *, by):
    _may(by)
    participant.delete()


@transaction.atomic
def note_offer(deal, *, by, competitor, what="", price=None, source="", known_on=None):
    """What a competitor offers for the same."""
    _may(by)
    return CompetitorOffer.objects.create(
        deal=deal,
        competitor=competitor,
        what=what,
        price=price,
        source=source,
        known_on=known_on or clock.today(),
        noted_by=by,
    )


@transaction.atomic
def remove_offer(offer, *, by):
    _may(by)
    offer.delete()


@transaction.atomic
def score_risk(deal, *, by, note="", **answers) -> RiskScore:
    """Dated: what was thought before stays."""
    _may(by)
    score, parts = scored(RISK, deal, answers)
    return RiskScore.objects.create(
        deal=deal, answers=answers, parts=parts, score=score, note=note, at=clock.now(), by=by
    )


@transaction.atomic
def assess_client(client, *, by, yearly_sum=None, note="", **answers) -> ClientOutlook:
    """Potential and prospects, dated as well."""
    _may(by)
    score, parts = scored(PROSPECTS, client, answers)
    return ClientOutlook.objects.create(
        client=client,
        yearly_sum=yearly_sum,
        answers=answers,
        parts=parts,
        score=score,
        note=note,
        at=clock.now(),
        by=by,
    )
