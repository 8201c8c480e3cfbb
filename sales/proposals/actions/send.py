from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from company.robot import robot
from core import clock, documents, links
from core.models import OutgoingMessage
from sales.proposals import letters, watching, words
from sales.proposals.actions.keep import PAPER
from sales.proposals.lifecycle import PROPOSAL_LIFE, ProposalStatus, ProposalVerb
from sales.proposals.models import Proposal, ProposalRevision
from sales.proposals.pictures import pictures_of

PURPOSE = "proposal"


@transaction.atomic
def send_proposal(
    proposal, *, by, to, token, address_of: Callable[[str], str], text=""
) -> Proposal:
    """By mail, with the paper and an address where the client answers; `address_of` makes the
    address of a secret link's token. From here on the revision is what the client has."""
    if not by.has_perm("core.add_outgoingmessage"):
        raise PermissionDenied
    locked = _locked(proposal)
    key = f"proposal:{locked.pk}:{token}"
    if OutgoingMessage.objects.filter(key=key).exists():
        return locked
    address = address_of(_sent(locked, by=by, note=to))
    paper = documents.latest(PAPER, locked.revisions.get(number=locked.revision))
    letters.write(locked, paper, key=key, to=to, address=address, text=text, by=by)
    return locked


@transaction.atomic
def give_proposal(proposal, *, by, address_of: Callable[[str], str]) -> str:
    """Given on paper or by a messenger; answers the address for the client, told this once."""
    locked = _locked(proposal)
    return address_of(_sent(locked, by=by, note=_("on paper or by a messenger")))


def _locked(proposal):
    rows = Proposal.objects.select_related("client", "responsible", "office", "person")
    return rows.select_for_update(of=["self"]).get(pk=proposal.pk)


def _sent(proposal, *, by, note) -> str:
    """The token of its link."""
    now, revision = clock.now(), proposal.revisions.get(number=proposal.revision)
    revision.proposal = proposal
    first = proposal.first_sent_at or now
    fresh = {"first_sent_at": first, "opened_at": None, "answered_at": None, "words": ""}
    PROPOSAL_LIFE.take(proposal, ProposalVerb.SEND, by=by, note=note, **fresh)
    revision.text = words.filled(revision.text, revision)
    revision.terms = words.filled(revision.terms, revision)
    revision.pictures = [file.pk for file in pictures_of(revision)]
    revision.sent_at = now
    revision.save(update_fields=["text", "terms", "pictures", "sent_at"])
    documents.as_it_is(PAPER, revision, by=by)
    watching.watch(proposal, by=by)
    return links.make(revision, purpose=PURPOSE, by=by)


@transaction.atomic
def open_proposal(revision: ProposalRevision) -> Proposal:
    """Somebody with the secret address has looked at it."""
    locked = _locked(revision.proposal)
    is_current = locked.revision == revision.number
    if is_current and locked.status == ProposalStatus.SENT:
        PROPOSAL_LIFE.take(locked, ProposalVerb.OPEN, by=robot())
    return locked
