from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from clients.actions import bulk as actions
from clients.bulk.preview import preview
from clients.forms import BulkForm
from clients.lists import BulkChangeList, ClientList
from clients.models import BulkChange, Client
from core import lists

LABEL = Client._meta.label_lower
may_bulk = permission_required("clients.bulk_client", raise_exception=True)


@require_http_methods(["GET", "POST"])
@may_bulk
def bulk_change(request):
    """Who is concerned stands in the address: numbers of rows, or the filters of the list."""
    if "pk" in request.POST:
        query = urlencode({"pk": request.POST.getlist("pk")}, doseq=True)
        return redirect(f"{reverse('clients:bulk_change')}?{query}")
    chosen = _chosen(request)
    what = request.POST.get("what") or request.GET.get("what", "")
    form = BulkForm(request.POST or None, by=request.user, what=what)
    if form.is_valid():
        found = actions.prepare_bulk_change(chosen, by=request.user, **form.content())
        return redirect(found)
    context = {"form": form, "count": chosen.count(), "address": _address(request)}
    return render(
        request, "clients/bulk_change.html", context, status=422 if form.is_bound else 200
    )


def _chosen(request):
    pks = [int(pk) for pk in request.GET.getlist("pk") if pk.isdecimal()]
    if pks:
        return Client.objects.visible_to(request.user).filter(pk__in=pks)
    return ClientList(request.user, request.GET).queryset


def _address(request):
    """Without what was chosen to be changed: that is the form's own field."""
    query = request.GET.copy()
    query.pop("what", None)
    return f"{request.path}?{query.urlencode()}"


@require_GET
def bulk_changes(request):
    return lists.respond(request, BulkChangeList)


@require_GET
@may_bulk
def bulk_change_card(request, pk):
    found = _found(request, pk)
    context = {"found": found}
    if found.is_draft:
        context["preview"] = preview(found)
    else:
        context["left"] = Client.objects.visible_to(request.user).filter(
            pk__in=[pk for label, pk in found.changeset.left if label == LABEL]
        )
    return render(request, "clients/bulk_change_card.html", context)


@require_POST
@may_bulk
def run_bulk_change(request, pk):
    return redirect(actions.run_bulk_change(_found(request, pk), by=request.user))


@require_POST
@may_bulk
def undo_bulk_change(request, pk):
    found = actions.undo_bulk_change(_found(request, pk), by=request.user)
    if not found.is_at_work:
        messages.success(request, _("Undone."))
    if left := found.changeset.left_count:
        said = ngettext(
            "%(count)s row has been changed since and stays as it is.",
            "%(count)s rows have been changed since and stay as they are.",
            left,
        )
        messages.warning(request, said % {"count": left})
    return redirect(found)


def _found(request, pk):
    seen = BulkChange.objects.visible_to(request.user)
    with_work = ("job", "changeset__undone_by", "changeset__undo_job", "by__role")
    return get_object_or_404(seen.select_related(*with_work), pk=pk)
