from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from company.views.hands import asked
from core.errors import Refused
from orders.models import WorkOrder
from sales.deals import actions
from sales.deals.forms import DealForm, LoseForm, NoteForm, WinForm
from sales.deals.lifecycle import CHANGE, DealVerb
from sales.deals.orders import unlinked_of
from sales.deals.views.page import found
from sales.models import ProcessStage
from sales.processes.fields import lacking

may_change = permission_required(CHANGE, raise_exception=True)
asking = require_http_methods(["GET", "POST"])


@asking
@may_change
def move_deal(request, pk, stage_pk):
    """GET asks for what the stages that are left lack, as far as a form can; so does a POST of that
    form. A drag posts nothing and is refused in words."""
    deal = found(request, pk)
    to = get_object_or_404(ProcessStage, pk=stage_pk, version=deal.process_version_id)
    columns = [field.column for field in lacking(deal, to) if field.column]
    form = DealForm.of(deal, request.POST or None, only=columns)
    is_filled = bool(form.fields) and form.is_bound and form.is_valid()
    if request.method == "POST" and (is_filled or not form.is_bound or not form.fields):
        _move(request, deal, to, form.cleaned_data if is_filled else {})
        return redirect(deal)
    hint = _("The stage “%(stage)s” asks for this before it is left.")
    verb = f"{deal.stage.name} → {to.name}"
    return asked(request, deal, deal.title, form, verb, hint=hint % {"stage": deal.stage.name})


@transaction.atomic
def _move(request, deal, to, given):
    if given:
        deal = actions.edit(deal, by=request.user, **given)
    actions.move(deal, to=to, by=request.user)
    messages.success(request, _("The deal is in the stage “%(stage)s”.") % {"stage": to.name})


@asking
@may_change
def win_deal(request, pk):
    deal = found(request, pk)
    form = WinForm(_typed(request), orders=unlinked_of(deal, request.user))
    if form.is_valid():
        won = actions.win(deal, by=request.user, **form.cleaned_data)
        messages.success(request, _("Won."))
        return redirect(_next_of(won, request.user))
    hint = _("Without an order the order screen opens for this client next.")
    return asked(request, deal, deal.title, form, DealVerb.WIN.label, hint=hint)


def _next_of(deal, user):
    if deal.orders.exists() or not user.has_perm("orders.add_workorder"):
        return deal.get_absolute_url()
    return new_order_url(deal)


def new_order_url(deal) -> str:
    return f"{reverse('orders:new')}?client={deal.client_id}&ground=sales.deal-{deal.pk}"


@asking
@may_change
def lose_deal(request, pk):
    deal, form = found(request, pk), LoseForm(_typed(request))
    if form.is_valid():
        messages.success(request, _("Kept as lost."))
        return redirect(actions.lose(deal, by=request.user, **form.cleaned_data))
    return asked(request, deal, deal.title, form, DealVerb.LOSE.label)


@asking
@may_change
def reopen_deal(request, pk):
    deal, form = found(request, pk), NoteForm(_typed(request))
    if form.is_valid():
        messages.success(request, _("The deal is open again."))
        return redirect(actions.reopen(deal, by=request.user, **form.cleaned_data))
    return asked(request, deal, deal.title, form, DealVerb.REOPEN.label)


@require_POST
@may_change
def renew_deal(request, pk):
    deal = actions.renew(found(request, pk), by=request.user)
    messages.success(request, _("The deal goes by the newest version."))
    return redirect(deal)


@require_POST
@may_change
def link_order(request, pk):
    """An order of this client that was taken without the deal."""
    deal, number = found(request, pk), request.POST.get("number", "").strip()
    orders = WorkOrder.objects.visible_to(request.user)
    order = orders.filter(client=deal.client_id, number=number).first() if number else None
    if order is None:
        raise Refused(_("This client has no order of this number."))
    actions.link_order(deal, order, by=request.user)
    messages.success(request, _("The order belongs to the deal."))
    return redirect(deal)


def _typed(request):
    """An empty form is sent all the same."""
    return request.POST if request.method == "POST" else None
