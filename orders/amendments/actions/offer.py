from core import documents
from orders.amendments.lifecycle import AMENDMENT_LIFE, AmendmentStep


def offer(amendment, *, by):
    """With its paper to be signed: what was, what is to be, the difference in price and date."""
    AMENDMENT_LIFE.take(amendment, AmendmentStep.OFFER, by=by)
    documents.issue("amendment", amendment, by=by)
