from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import Refused
from core.money import ZERO
from sales.proposals import bells, watching
from sales.proposals.lifecycle import PROPOSAL_LIFE, ProposalVerb
from sales.proposals.models import Part, Proposal


@transaction.atomic
def accept_proposal(
    proposal, *, by, taken: set[int] | None = None, words="", revision: int | None = None
) -> Proposal:
    """What the client agrees to: `taken` are the keys of options and chosen alternatives, None
    leaves them as they were offered. By the robot where the client has answered by the link, which
    opens one `revision`."""
    locked = _locked(proposal, revision)
    lines = list(locked.revisions.get(number=locked.revision).lines.all())
    if taken is not None:
        _take(lines, taken)
    total = sum((line.total for line in lines if line.is_taken), ZERO)
    said = {"words": words, "total": total, "note": words}
    PROPOSAL_LIFE.take(locked, ProposalVerb.ACCEPT, by=by, **said)
    _finish(locked, by=by)
    return locked


@transaction.atomic
def decline_proposal(proposal, *, by, words, revision: int | None = None) -> Proposal:
    locked = _locked(proposal, revision)
    if not words.strip():
        raise Refused(_("Say in a few words why not: then we can offer something better."))
    PROPOSAL_LIFE.take(locked, ProposalVerb.DECLINE, by=by, words=words, note=words)
    _finish(locked, by=by)
    return locked


def _locked(proposal, seen):
    rows = Proposal.objects.select_related("client", "responsible", "office")
    locked = rows.select_for_update(of=["self"]).get(pk=proposal.pk)
    if seen is not None and (seen != locked.revision or not locked.is_with_client):
        raise Refused(_("The proposal has changed meanwhile, or is answered already."))
    return locked


def _finish(proposal, *, by):
    watching.stop(proposal, by=by)
    if by != proposal.responsible:
        bells.ring_answer(proposal)


def _take(lines, taken):
    """Exactly one of each group of alternatives counts."""
    for line in lines:
        line.is_taken = line.part == Part.FIXED or line.key in taken
    groups = {line.group for line in lines if line.is_alternative}
    chosen = [line.group for line in lines if line.is_alternative and line.is_taken]
    if sorted(chosen) != sorted(groups):
        raise Refused(_("Choose one of each alternatives."))
    # Those that are let go first, so that no group ever has two.
    for line in sorted(lines, key=lambda each: each.is_taken):
        line.save(update_fields=["is_taken"])
