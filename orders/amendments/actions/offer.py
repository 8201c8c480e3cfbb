from company.robot import robot
from core import documents
from orders.amendments.lifecycle import AMENDMENT_LIFE, AmendmentStep
from orders.amendments.models import Amendment


def offer_if_settled(amendment, *, by):
    """Straight to the client, where neither a director nor the foreman has anything to say."""
    if amendment.why_not(AmendmentStep.OFFER) is None:
        offer(amendment, by=by)


def offer_when_approved(approval, *, by):
    """The last answer that was waited for sends it on; of what is begun the desk asks the foreman
    then. Runs under the amendment's row alone: whoever holds the order waits for nobody here."""
    if approval.is_decided_alone:  # while it is being drafted
        return
    amendment = Amendment.objects.select_related("order").get(pk=approval.subject_id)
    if amendment.is_drafted:
        offer_if_settled(amendment, by=robot())


def offer(amendment, *, by):
    """With its paper to be signed: what was, what is to be, the difference in price and date."""
    AMENDMENT_LIFE.take(amendment, AmendmentStep.OFFER, by=by)
    documents.issue("amendment", amendment, by=by)
