from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from clients.models import Client
from company.views.hands import asked
from sales.deals import actions
from sales.deals.beside_forms import OfferForm, OutlookForm, ParticipantForm, RiskForm
from sales.deals.lifecycle import CHANGE
from sales.deals.views.page import found

may_change = permission_required(CHANGE, raise_exception=True)
asking = require_http_methods(["GET", "POST"])


def _asked(request, deal, form, verb, act, words):
    if form.is_valid():
        act(form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect(deal)
    return asked(request, deal, deal.title, form, verb, hint=words)


@asking
@may_change
def add_participant(request, pk):
    deal = found(request, pk)
    form = ParticipantForm(request.POST or None, deal=deal)

    def act(said):
        actions.add_participant(deal, said.pop("person"), by=request.user, **said)

    hint = _("Contact persons are added on the client's page.")
    return _asked(request, deal, form, _("Add a participant"), act, hint)


@require_POST
@may_change
def remove_participant(request, pk, participant_pk):
    deal = found(request, pk)
    actions.remove_participant(get_object_or_404(deal.people, pk=participant_pk), by=request.user)
    return redirect(deal)


@asking
@may_change
def note_offer(request, pk):
    deal, form = found(request, pk), OfferForm(request.POST or None)

    def act(said):
        actions.note_offer(deal, by=request.user, **said)

    return _asked(request, deal, form, _("Note an offer of a competitor"), act, "")


@require_POST
@may_change
def remove_offer(request, pk, offer_pk):
    deal = found(request, pk)
    actions.remove_offer(get_object_or_404(deal.competitor_offers, pk=offer_pk), by=request.user)
    return redirect(deal)


@asking
@may_change
def score_risk(request, pk):
    deal = found(request, pk)
    last = deal.risk_scores.first()
    form = RiskForm(request.POST or None, initial=last.answers if last else None)

    def act(said):
        actions.score_risk(deal, by=request.user, **said)

    hint = _("History, debt, who decides and competitors are looked up by themselves.")
    return _asked(request, deal, form, _("Score the risk"), act, hint)


@asking
@may_change
def assess_client(request, pk):
    client = get_object_or_404(Client.objects.visible_to(request.user), pk=pk)
    last = client.outlooks.first()
    kept = {**last.answers, "yearly_sum": last.yearly_sum, "note": last.note} if last else None
    form = OutlookForm(request.POST or None, initial=kept)
    if form.is_valid():
        actions.assess_client(client, by=request.user, **form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect(client)
    return asked(request, client, client.name, form, _("Assess potential and prospects"))
