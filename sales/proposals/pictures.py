"""Sketches and photographs that go with a proposal: those of a draft are all that hang on it, those
of a sent revision are what the client was sent."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core import attachments
from core.errors import Refused
from core.models import Attachment
from sales.proposals.lifecycle import CHANGE
from sales.proposals.models import ProposalRevision


def pictures_of(revision) -> list[Attachment]:
    files = Attachment.objects.of(revision.proposal).exclude(file="")
    if revision.is_frozen:
        return list(files.filter(pk__in=revision.pictures))
    return list(files.of_pieces())


@transaction.atomic
def remove_picture(proposal, file, *, by):
    """Not offered any more; what a client has seen stays in the revision that showed it."""
    if not by.has_perm(CHANGE):
        raise PermissionDenied
    if not proposal.is_draft:
        raise Refused(_("The client has this revision: begin the next one to change anything."))
    sent = ProposalRevision.objects.filter(proposal=proposal, pictures__contains=[file.pk])
    reason = _("Not offered any more")
    return attachments.remove(file, by=by, reason=reason, keep=sent.exists())
