from django.db import transaction

from company.approvals import actions as approvals
from core import clock
from sales.proposals import watching
from sales.proposals.lifecycle import PROPOSAL_LIFE, ProposalVerb
from sales.proposals.models import Proposal


@transaction.atomic
def revise_proposal(proposal, *, by) -> Proposal:
    """The next revision begins as a copy of the one that the client has; that one can be looked
    at, and answered no more."""
    locked = Proposal.objects.select_for_update().get(pk=proposal.pk)
    revision = locked.revisions.get(number=locked.revision)
    lines = list(revision.lines.all())
    number = locked.revision + 1
    changes = {"revision": number, "version": locked.version + 1, "total": revision.total}
    PROPOSAL_LIFE.take(locked, ProposalVerb.REVISE, by=by, note=str(number), **changes)
    watching.stop(locked, by=by)
    revision.pk, revision.number, revision.sent_at = None, number, None
    revision.made_at, revision.made_by = clock.now(), by
    revision.save(force_insert=True)
    for line in lines:
        line.pk, line.revision = None, revision
    type(lines[0]).objects.bulk_create(lines)
    return locked


@transaction.atomic
def withdraw_proposal(proposal, *, by, note="") -> Proposal:
    locked = Proposal.objects.select_for_update().get(pk=proposal.pk)
    PROPOSAL_LIFE.take(locked, ProposalVerb.WITHDRAW, by=by, note=note)
    watching.stop(locked, by=by)
    approvals.drop_all(locked)
    return locked
