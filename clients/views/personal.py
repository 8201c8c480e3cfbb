"""Consents of a client and requests about personal data."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from clients import actions
from clients.forms import (
    AnswerForm,
    ConsentForm,
    EraseForm,
    KeepDataForm,
    RequestForm,
    WithdrawForm,
)
from clients.lists import CardViewList, DataTermList, PersonalRequestList
from clients.models import Consent, PersonalRequest
from clients.models.personal import ERASE_RIGHT
from clients.personal import erasing, file
from clients.personal.lifecycle import HANDLE_RIGHT
from clients.views.client import seen_by
from core import lists
from core.models import Attachment, Document

may_change = permission_required("clients.change_client", raise_exception=True)
may_handle = permission_required(HANDLE_RIGHT, raise_exception=True)
may_erase = permission_required(ERASE_RIGHT, raise_exception=True)


@require_http_methods(["GET", "POST"])
@may_change
def give_consent(request, pk):
    client = get_object_or_404(seen_by(request.user), pk=pk)
    form = ConsentForm(request.POST or None, client=client)
    if request.method == "POST" and form.is_valid():
        files = request.FILES.getlist("file")
        actions.give_consent(client, by=request.user, files=files, **form.content())
        messages.success(request, _("The consent is noted."))
        return redirect(client)
    context = {"client": client, "form": form}
    status = 422 if form.errors else 200
    return render(request, "clients/give_consent.html", context, status=status)


@require_http_methods(["GET", "POST"])
@may_change
def withdraw_consent(request, pk):
    consents = Consent.objects.visible_to(request.user).select_related("client", "text", "by")
    consent = get_object_or_404(consents, pk=pk)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.withdraw_consent(consent, by=request.user, **form.cleaned_data)
        messages.success(request, _("The consent is withdrawn: it is not used from now on."))
        return redirect(consent.client)
    context = {
        "client": consent.client,
        "consent": consent,
        "form": form,
        "files": Attachment.objects.of(consent),
    }
    return render(request, "clients/withdraw_consent.html", context)


@require_GET
def personal_requests(request):
    return lists.respond(request, PersonalRequestList)


@require_http_methods(["GET", "POST"])
@may_handle
def add_personal_request(request, pk):
    client = get_object_or_404(seen_by(request.user), pk=pk)
    form = RequestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = actions.receive_request(client, by=request.user, **form.cleaned_data)
        messages.success(request, _("The request is registered, its term runs."))
        return redirect(found)
    context = {"client": client, "form": form}
    status = 422 if form.errors else 200
    return render(request, "clients/add_personal_request.html", context, status=status)


@require_GET
@may_handle
def personal_request(request, pk):
    found = _request(request, pk)
    erasure = getattr(found.client, "erasure", None)
    context = {
        "found": found,
        "client": found.client,
        "offers": found.offers(request.user),
        "steps": found.steps.select_related("by"),
        "form": AnswerForm(),
        "erasure": erasure,
        "act": Document.objects.of(erasure).first() if erasure else None,
        "may_erase": request.user.has_perm(ERASE_RIGHT),
    }
    return render(request, "clients/personal_request.html", context)


def _request(request, pk):
    rows = PersonalRequest.objects.visible_to(request.user)
    return get_object_or_404(rows.select_related("client__erasure", "by"), pk=pk)


def _settled(request, pk, verb):
    found, form = _request(request, pk), AnswerForm(request.POST)
    form.is_valid()
    verb(found, by=request.user, note=form.cleaned_data.get("note", ""))
    return redirect(found)


@require_POST
@may_handle
def extend_request(request, pk):
    return _settled(request, pk, actions.extend_request)


@require_POST
@may_handle
def fulfil_request(request, pk):
    return _settled(request, pk, actions.fulfil_request)


@require_POST
@may_handle
def refuse_request(request, pk):
    return _settled(request, pk, actions.refuse_request)


@require_POST
@may_handle
def personal_file(request, pk):
    """All that is known of the client, made by the worker."""
    client = get_object_or_404(seen_by(request.user), pk=pk)
    return redirect("core:job", pk=file.start(client, by=request.user).pk)


@require_http_methods(["GET", "POST"])
@may_erase
def erase(request, pk):
    """What goes and what stays, shown before it is done."""
    client = _with_term(request, pk)
    form = EraseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        done = actions.erase(client, by=request.user, reason=reason)
        messages.success(request, _("The personal data is erased; the act is issued."))
        return redirect("core:document", pk=Document.objects.of(done).first().pk)
    context = {
        "client": client,
        "form": form,
        "keep_form": KeepDataForm(),
        "obstacles": erasing.obstacles(client),
        **erasing.preview(client),
    }
    return render(request, "clients/erase.html", context, status=422 if form.errors else 200)


def _with_term(request, pk):
    seen = seen_by(request.user).select_related("erasure", "data_term__kept_by")
    return get_object_or_404(seen, pk=pk)


@require_GET
def data_terms(request):
    """Whose data the firm has no ground to keep any more."""
    return lists.respond(request, DataTermList)


@require_POST
@may_erase
def keep_data(request, pk):
    client, form = _with_term(request, pk), KeepDataForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    actions.keep_data(client, by=request.user, reason=reason)
    messages.success(request, _("The data stays, with your reason."))
    return redirect("clients:data_terms")


@require_GET
def card_views(request):
    """Who has looked at whose card."""
    return lists.respond(request, CardViewList)
