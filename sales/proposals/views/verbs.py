from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.models import Attachment
from sales.models import Proposal
from sales.proposals import actions, pictures
from sales.proposals.forms import DealForm, SendProposalForm, WordsForm
from sales.proposals.lifecycle import CHANGE, SEND
from sales.proposals.shown import groups_of
from sales.proposals.taken import taken_in

BOTH = ["GET", "POST"]
may_change = permission_required(CHANGE, raise_exception=True)
may_send = permission_required(SEND, raise_exception=True)


def _proposal(request, pk):
    seen = Proposal.objects.visible_to(request.user).with_people()
    return get_object_or_404(seen.select_related("person", "office"), pk=pk)


def _address(token):
    return f"{settings.PUBLIC_URL}{reverse('sales:shown_proposal', args=[token])}"


def _ask(request, word, proposal, form, **more):
    context = {"proposal": proposal, "form": form, **more}
    status = 422 if form.is_bound else 200
    return render(request, f"sales/proposals/{word}.html", context, status=status)


@require_http_methods(BOTH)
@may_send
def send_proposal(request, pk):
    proposal = _proposal(request, pk)
    form = SendProposalForm(request.POST or None, initial={"to": _known_address(request, proposal)})
    if request.method == "POST" and form.is_valid():
        actions.send_proposal(proposal, by=request.user, address_of=_address, **form.cleaned_data)
        messages.success(request, _("The proposal goes to the client, with an address to answer."))
        return redirect(proposal)
    return _ask(request, "send_proposal", proposal, form)


def _known_address(request, proposal) -> str:
    if not request.user.sees_field("email"):
        return ""
    person = proposal.person
    return person.email if person and person.email else proposal.client.email


@require_POST
@may_send
def give_proposal(request, pk):
    address = actions.give_proposal(_proposal(request, pk), by=request.user, address_of=_address)
    said = _("It is noted. The client's address, shown only now: %(address)s")
    messages.success(request, said % {"address": address})
    return redirect("sales:proposal", pk)


@require_http_methods(BOTH)
@may_change
def accept_proposal(request, pk):
    """The client has agreed by word: what of the offered, is chosen here."""
    proposal = _proposal(request, pk)
    form = WordsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        taken = taken_in(request.POST)
        actions.accept_proposal(proposal, by=request.user, taken=taken, **form.cleaned_data)
        messages.success(request, _("It is noted: the client accepts."))
        return redirect(proposal)
    revision = proposal.revisions.get(number=proposal.revision)
    groups = groups_of(revision.lines.all())
    return _ask(request, "accept_proposal", proposal, form, groups=groups)


@require_http_methods(BOTH)
@may_change
def decline_proposal(request, pk):
    proposal = _proposal(request, pk)
    form = WordsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.decline_proposal(proposal, by=request.user, **form.cleaned_data)
        messages.success(request, _("It is noted: the client declines."))
        return redirect(proposal)
    return _ask(request, "decline_proposal", proposal, form)


@require_POST
@may_change
def revise_proposal(request, pk):
    proposal = actions.revise_proposal(_proposal(request, pk), by=request.user)
    return redirect("sales:change_proposal", proposal.pk)


@require_POST
@may_change
def withdraw_proposal(request, pk):
    proposal = actions.withdraw_proposal(_proposal(request, pk), by=request.user)
    messages.success(request, _("The proposal is withdrawn."))
    return redirect(proposal)


@require_POST
@may_change
def remove_picture(request, pk, file_pk):
    proposal = _proposal(request, pk)
    file = get_object_or_404(Attachment.objects.of(proposal).of_pieces(), pk=file_pk)
    pictures.remove_picture(proposal, file, by=request.user)
    messages.success(request, _("The picture is taken away."))
    return redirect(proposal)


@require_POST
@permission_required("orders.add_workorder", raise_exception=True)
def order_proposal(request, pk):
    order = actions.order_proposal(_proposal(request, pk), by=request.user)
    messages.success(request, _("A calculation with the agreed lines and prices is made."))
    return redirect(order)


@require_POST
@permission_required(["orders.accept_workorder", "orders.add_invoice"], raise_exception=True)
def invoice_proposal(request, pk):
    invoice = actions.invoice_proposal(_proposal(request, pk), by=request.user)
    said = _("The order is accepted, the invoice %(number)s is issued.")
    messages.success(request, said % {"number": invoice.number})
    return redirect(invoice)


@require_http_methods(BOTH)
@may_change
def put_into_deal(request, pk):
    proposal = _proposal(request, pk)
    form = DealForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.put_into_deal(proposal, by=request.user, **form.cleaned_data)
        messages.success(request, _("A deal is opened about the proposal."))
        return redirect(proposal)
    return _ask(request, "put_into_deal", proposal, form)
