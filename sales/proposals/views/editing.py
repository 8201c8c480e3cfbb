"""The screen on which a proposal is prepared and changed: that of the order desk, with options."""

import json

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from clients.actions import announced
from clients.models import Client
from core import drafts
from core.errors import Refused
from orders.work_orders import typed as typed_orders
from orders.work_orders.actions.keep import LikelyDuplicates
from orders.work_orders.entry import MOST_LINES, indexes
from orders.work_orders.views.pressing import ask, kept
from sales.models import Deal, Proposal, ProposalTemplate
from sales.proposals import actions, typed
from sales.proposals.entry import ProposalEntry
from sales.proposals.lifecycle import ADD, CHANGE

NEW = "sales.proposal"
may_add = permission_required(ADD, raise_exception=True)
may_change = permission_required(CHANGE, raise_exception=True)


@require_http_methods(["GET", "POST"])
@may_add
def prepare_proposal(request):
    """For the client of `?client=`, or about the deal of `?deal=`."""
    if request.method == "POST":
        return _press(request, _prepare)
    given, draft_code = _given(request)
    return _screen(request, lambda: typed.blank(**given), draft_code)


def _given(request):
    named = {name: request.GET.get(name, "") for name in ("client", "deal")}
    if named["deal"].isdigit():
        deals = Deal.objects.visible_to(request.user)
        deal = get_object_or_404(deals, pk=named["deal"])
        about = {"client": deal.client_id, "deal": deal.pk, "title": deal.title}
        return about, f"{NEW}.deal.{deal.pk}"
    if named["client"].isdigit():
        seen = Client.objects.visible_to(request.user)
        client = get_object_or_404(seen, pk=named["client"])
        return {"client": client.pk}, f"{NEW}.client.{client.pk}"
    return {}, NEW


def _prepare(entry, by):
    data = entry.form.cleaned_data
    said = {"ad_source": data["ad_source"], "token": data["token"]}
    return actions.prepare_proposal(entry.form.who(), entry.content(), by=by, **said)


@require_http_methods(["GET", "POST"])
@may_change
def change_proposal(request, pk):
    seen = Proposal.objects.visible_to(request.user)
    proposal = get_object_or_404(seen.select_related("client", "responsible__role"), pk=pk)
    if request.method == "POST":
        return _press(request, lambda entry, by: _change(proposal, entry, by), proposal)
    if not proposal.is_draft:
        return redirect(proposal)
    revision = proposal.revisions.get(number=proposal.revision)
    draft_code = f"{NEW}.{pk}.{proposal.version}"
    return _screen(request, lambda: typed.of(proposal, revision), draft_code, proposal)


def _change(proposal, entry, by):
    return actions.change_proposal(proposal, entry.content(), by=by, version=entry.version)


def _screen(request, data, draft_code, proposal=None):
    draft = drafts.find(request.user, draft_code)
    entry = ProposalEntry(kept(draft), by=request.user, proposal=proposal) if draft else None
    if entry and (entry.is_blank or _is_spent(entry)):
        drafts.discard(request.user, draft_code)
        entry = None
    context = {
        "restored_at": draft.saved_at if entry else None,
        "entry": entry or ProposalEntry(data(), by=request.user, proposal=proposal),
    }
    return render(request, "sales/proposals/edit.html", _context(draft_code, proposal, **context))


def _is_spent(entry) -> bool:
    token = entry.form.cleaned_data.get("token")
    return bool(token) and Proposal.objects.filter(form_token=token).exists()


def _context(draft_code, proposal, **more):
    templates = ProposalTemplate.objects.active()
    return {"draft_code": draft_code, "proposal": proposal, "templates": templates, **more}


def _press(request, verb, proposal=None):
    entry = ProposalEntry(request.POST, by=request.user, proposal=proposal)
    draft_code = request.POST.get("draft") or NEW
    if not entry.is_valid():
        template = "sales/proposals/_form.html" if request.htmx else "sales/proposals/edit.html"
        context = _context(draft_code, proposal, entry=entry, checked=True)
        return render(request, template, context, status=422)
    try:
        found = verb(entry, request.user)
    except LikelyDuplicates as refusal:
        context = {"clients": announced(refusal.clients, request.user)}
        return ask(request, "orders/_duplicates.html", "#client-notice", context)
    drafts.discard(request.user, draft_code)
    messages.success(request, _("The proposal %(number)s is kept.") % {"number": found.number})
    if not request.htmx:
        return redirect(found)
    happened = {"order-kept": {"card": found.get_absolute_url(), "paper": ""}}
    return HttpResponse(status=204, headers={"HX-Trigger": json.dumps(happened)})


@require_POST
@may_add
def quote_proposal(request):
    """Prices, pictures and the date of what stands on the screen, as parts swapped by their ids."""
    named = request.POST.get("proposal", "")
    seen = Proposal.objects.visible_to(request.user).select_related("client", "responsible__role")
    proposal = seen.filter(pk=named).first() if named.isdigit() else None
    entry = ProposalEntry(request.POST, by=request.user, proposal=proposal)
    return render(request, "sales/proposals/_quote.html", {"entry": entry})


@require_POST
@may_add
def add_proposal_line(request):
    """One more line: empty, or a copy of the line named by `copy`."""
    data = request.POST.copy()
    taken = indexes(data)
    if len(taken) == MOST_LINES:
        sentence = _("A proposal has up to %(most)s lines.")
        raise Refused(sentence % {"most": MOST_LINES})
    index = max(taken, default=-1) + 1
    copied = data.get("copy", "")
    if copied.isdigit():
        typed_orders.copy_line(data, int(copied), index)
    return HttpResponse(ProposalEntry(data, by=request.user).line(index).html)


@require_GET
@may_add
def proposal_words(request):
    """Text, terms and term of the template of `?template=`, in the place of those that stand."""
    chosen = request.GET.get("template", "")
    found = ProposalTemplate.objects.active().filter(pk=chosen if chosen.isdigit() else None)
    data = typed_orders.posted(typed.words_of(found.first()))
    entry = ProposalEntry(data, by=request.user)
    return render(request, "sales/proposals/_words.html", {"entry": entry})
