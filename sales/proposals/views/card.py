from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from company.models import Approval
from core import documents, lists, registry
from core.lists import neighbours
from core.models import OutgoingMessage
from sales.models import Proposal
from sales.proposals import words
from sales.proposals.difference import compared
from sales.proposals.lifecycle import SEE
from sales.proposals.lists import ProposalList
from sales.proposals.pictures import pictures_of
from sales.proposals.shown import groups_of

PANELS = "sales.proposal"


@require_GET
def proposals(request):
    return lists.respond(request, ProposalList)


@require_GET
@permission_required(SEE, raise_exception=True)
def proposal(request, pk):
    """What is offered, how far it has come, and the revisions before."""
    seen = Proposal.objects.visible_to(request.user).with_people()
    related = ("deal", "order", "person", "created_by", "office")
    found = get_object_or_404(seen.select_related(*related), pk=pk)
    revisions = list(found.revisions.in_story())
    revision = revisions[0]
    revision.proposal = found
    context = {
        "proposal": found,
        "revision": revision,
        "revisions": revisions,
        "text": words.filled(revision.text, revision),
        "terms": words.filled(revision.terms, revision),
        "groups": groups_of(revision.lines.all()),
        "pictures": pictures_of(revision),
        "offers": {each.step: each for each in found.offers(request.user)},
        "approvals": Approval.objects.of(found).select_related("asked_by", "answered_by"),
        "letters": OutgoingMessage.objects.of(found).order_by("-pk"),
        "steps": found.steps.select_related("by"),
        "paper": documents.latest("proposal", revision),
        "panels": registry.placed(registry.panels(PANELS, found, request.user)),
        "way_back": neighbours.way(request, ProposalList, found),
    }
    return render(request, "sales/proposals/card.html", context)


@require_GET
@permission_required(SEE, raise_exception=True)
def compare_revisions(request, pk):
    """What `?later=` says otherwise than the one before it, or than `?earlier=`."""
    found = get_object_or_404(Proposal.objects.visible_to(request.user), pk=pk)
    later = _number(request, "later", found.revision)
    earlier = _number(request, "earlier", later - 1)
    both = {each.number: each for each in found.revisions.filter(number__in=[earlier, later])}
    if len(both) < 2:
        raise Http404
    context = {
        "proposal": found,
        "numbers": range(1, found.revision + 1),
        "compared": compared(both[earlier], both[later]),
    }
    return render(request, "sales/proposals/compare_revisions.html", context)


def _number(request, name, usual) -> int:
    typed = request.GET.get(name, "")
    return int(typed) if typed.isdigit() and len(typed) < 4 else usual
