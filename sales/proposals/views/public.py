"""The proposal as whoever holds its secret address sees it: no login, nothing but the proposal."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from company.models import Firm
from company.robot import robot
from core import documents, links
from core.errors import Refused
from core.pictures import kinds
from core.previews import picture_of
from core.views.attachments import fenced
from sales.models import ProposalRevision
from sales.proposals import actions
from sales.proposals.actions.keep import PAPER
from sales.proposals.actions.send import PURPOSE
from sales.proposals.pictures import pictures_of
from sales.proposals.shown import groups_of
from sales.proposals.taken import taken_in

LONGEST = 2000


def _shown(token) -> ProposalRevision:
    link = links.opened(token, purpose=PURPOSE)
    people = ("client", "responsible", "office", "person")
    rows = ProposalRevision.objects.select_related(*(f"proposal__{name}" for name in people))
    found = rows.filter(pk=link.owner_id).first() if link else None
    if found is None:
        raise Http404
    return found


@require_safe
@never_cache
@login_not_required
def shown_proposal(request, token):
    return _page(request, _shown(token), token)


def _page(request, revision, token, **more):
    """A revision that another has taken the place of is closed: it says so and shows nothing."""
    proposal = revision.proposal
    later = proposal.revisions.filter(number__gt=revision.number).exclude(sent_at=None)
    context = {
        "revision": revision,
        "proposal": proposal,
        "token": token,
        "firm": Firm.get(),
        "is_replaced": later.exists(),
        "groups": groups_of(revision.lines.all()),
        "pictures": pictures_of(revision),
        **more,
    }
    return render(request, "sales/proposals/shown_proposal.html", context)


@require_POST
@login_not_required
def open_proposal(request, token):
    """Asked by the page once it is drawn: programs that only fetch what letters name do not."""
    actions.open_proposal(_shown(token))
    return HttpResponse(status=204)


@require_POST
@never_cache
@login_not_required
def answer_proposal(request, token):
    """Accepted with what was chosen, or declined in words; a refusal stands on the same page."""
    revision, posted = _shown(token), request.POST
    words = posted.get("words", "").replace("\x00", "").strip()[:LONGEST]
    try:
        _answer(revision, posted, words)
    except Refused as refusal:
        return _page(request, revision, token, refusal=refusal.message, words=words)
    return redirect("sales:shown_proposal", token)


def _answer(revision, posted, words):
    """By the robot: whoever holds the address answers for the client."""
    proposal = revision.proposal
    said = {"by": robot(), "words": words, "revision": revision.number}
    if posted.get("answer") == "accept":
        actions.accept_proposal(proposal, taken=taken_in(posted), **said)
    else:
        actions.decline_proposal(proposal, **said)


@require_safe
@never_cache
@login_not_required
def shown_proposal_pdf(request, token):
    paper = documents.latest(PAPER, _open_to_see(token))
    answer = HttpResponse(documents.pdf_of(paper), content_type="application/pdf")
    answer["Content-Disposition"] = "inline"
    return answer


@require_safe
@login_not_required
def shown_picture(request, token, file_pk):
    """A sketch that was sent along, as a picture that runs nothing."""
    files = {file.pk: file for file in pictures_of(_open_to_see(token))}
    drawn = picture_of(files[file_pk]) if file_pk in files else None
    if drawn is None:
        raise Http404
    kind = kinds.PNG if drawn.startswith(b"\x89PNG") else kinds.JPEG
    answer = fenced(HttpResponse(drawn, content_type=kind))
    answer["Cache-Control"] = "private, max-age=3600"
    return answer


def _open_to_see(token) -> ProposalRevision:
    revision = _shown(token)
    later = revision.proposal.revisions.filter(number__gt=revision.number)
    if later.exclude(sent_at=None).exists():
        raise Http404
    return revision
