"""The term of a proposal: its responsible hears when it comes near its end, and when it is over."""

from datetime import timedelta

from company.deadlines import actions as deadlines
from company.deadlines.terms import Unit
from company.deadlines.warnings import before, when_due
from company.robot import robot
from core import clock
from core.registry import DeadlineKind
from sales.proposals import bells
from sales.proposals.lifecycle import PROPOSAL_LIFE, ProposalVerb
from sales.proposals.models import Proposal

TERM, DUE = "proposal", "due"


def watch(proposal, *, by):
    """Until the end of the last day on which it holds."""
    end = clock.midnight(proposal.valid_until + timedelta(days=1))
    deadlines.start(proposal, TERM, by=by, due_at=end)


def stop(proposal, *, by):
    deadlines.meet(proposal, TERM, by=by)


def warn(proposal, warning):
    locked = Proposal.objects.select_for_update(of=["self"]).get(pk=proposal.pk)
    if not locked.is_with_client:
        return
    has_ended = warning.code == DUE
    if has_ended:
        PROPOSAL_LIFE.take(locked, ProposalVerb.EXPIRE, by=robot())
    bells.ring_term(locked, warning, has_ended=has_ended)


KIND = DeadlineKind(TERM, Proposal, (before(2, Unit.WORKING_DAYS, "ending"), when_due(DUE)), warn)
