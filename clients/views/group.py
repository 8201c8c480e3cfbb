from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from clients import actions
from clients.forms import GroupTermsForm
from clients.models import Client, ClientGroup
from clients.payment_terms import in_words, terms_of

SHOWN = 200


@require_GET
@permission_required("clients.view_client", raise_exception=True)
def group(request, pk):
    """A group of organisations: on what terms they pay, and who belongs to it."""
    _demand_seen(request.user)
    found = get_object_or_404(ClientGroup, pk=pk)
    seen = Client.objects.visible_to(request.user).filter(group=found)
    members = list(seen.select_related("responsible", "group").order_by("folded_name")[:SHOWN])
    sees_terms = request.user.sees_field("deferral_days")
    context = {
        "group": found,
        "deferral": in_words(found.deferral_days, found.deferral_unit),
        "members": [(each, _terms(each)) for each in members],
        "count": len(members) if len(members) < SHOWN else seen.count(),
        "sees_terms": sees_terms,
        "may_set_terms": sees_terms and request.user.has_perm(actions.TERMS_RIGHT),
    }
    return render(request, "clients/group.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(actions.TERMS_RIGHT, raise_exception=True)
def set_group_terms(request, pk):
    found = get_object_or_404(ClientGroup, pk=pk)
    form = GroupTermsForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.set_group_terms(found, by=request.user, **form.cleaned_data)
        messages.success(request, _("Kept: %(entry)s.") % {"entry": found})
        return redirect(found)
    context = {"form": form, "group": found}
    return render(
        request, "clients/set_group_terms.html", context, status=422 if form.errors else 200
    )


def _demand_seen(user):
    if not user.sees_field("group"):
        raise PermissionDenied


def _terms(client):
    """Of its own or of the group, in words; None: without a deferral."""
    terms = terms_of(client)
    return (in_words(terms.days, terms.unit), terms.group) if terms.days else None
