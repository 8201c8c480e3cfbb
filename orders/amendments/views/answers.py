"""What the foreman, the client and the desk say to an amendment: each a form of its page."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from orders import actions
from orders.amendments.forms import ConfirmForm, ConsentForm, DropForm, RefuseForm
from orders.amendments.lifecycle import AMEND_RIGHT, CONSENT_RIGHT, AmendmentStep
from orders.amendments.views.amendment import page
from orders.models import Amendment

may_amend = permission_required(AMEND_RIGHT, raise_exception=True)
may_consent = permission_required(CONSENT_RIGHT, raise_exception=True)


def _found(request, pk):
    return get_object_or_404(Amendment.objects.visible_to(request.user).for_page(), pk=pk)


@require_POST
@may_amend
def ask_consent(request, pk):
    found = actions.ask_consent(_found(request, pk), by=request.user)
    messages.success(request, _("The foreman is asked."))
    return redirect(found)


@require_POST
@may_consent
def consent_amendment(request, pk):
    found = _found(request, pk)
    form = ConsentForm(request.POST, amendment=found)
    if not form.is_valid():
        return page(request, found, step=AmendmentStep.CONSENT, form=form, status=422)
    note = form.cleaned_data["note"]
    actions.consent_amendment(found, by=request.user, decisions=form.decisions(), note=note)
    messages.success(request, _("Your consent is noted: the client is asked next."))
    return redirect(found)


@require_POST
@may_consent
def refuse_amendment(request, pk):
    found, form = _found(request, pk), RefuseForm(request.POST)
    if not form.is_valid():
        return page(request, found, step=AmendmentStep.REFUSE, form=form, status=422)
    actions.refuse_amendment(found, by=request.user, note=form.cleaned_data["note"])
    messages.success(request, _("The desk is told that it cannot be changed."))
    return redirect(found)


@require_POST
@may_amend
def confirm_amendment(request, pk):
    found, form = _found(request, pk), ConfirmForm(request.POST)
    if not form.is_valid():
        return page(request, found, step=AmendmentStep.CONFIRM, form=form, status=422)
    found = actions.confirm_amendment(found, by=request.user, **form.cleaned_data)
    messages.success(request, _("The order is changed, and its papers are issued anew."))
    return redirect(found.order)


@require_POST
@may_amend
def drop_amendment(request, pk):
    found, form = _found(request, pk), DropForm(request.POST)
    if not form.is_valid():
        return page(request, found, step=AmendmentStep.DROP, form=form, status=422)
    found = actions.drop_amendment(found, by=request.user, note=form.cleaned_data["note"])
    messages.success(request, _("The change is dropped: the order stays as it was."))
    return redirect(found.order)
