from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clients import actions, regulation
from clients.forms import PlanForm, drop_hidden
from clients.views.client import seen_by


@require_http_methods(["GET", "POST"])
@permission_required("clients.change_client", raise_exception=True)
def plan(request, pk):
    client = get_object_or_404(seen_by(request.user), pk=pk)
    form = drop_hidden(PlanForm.of(client, request.POST or None), request.user)
    regulation.ask(form, client)
    context = {"client": client, "form": form, "version": form["version"].value()}
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["version"] != client.version:
            context |= {
                "changes": actions.what_changed(
                    client, form.cleaned_data["version"], by=request.user
                ),
                "version": client.version,
            }
            return render(request, "clients/plan.html", context, status=409)
        actions.plan(client, by=request.user, **form.cleaned_data)
        messages.success(request, _("Kept: %(client)s.") % {"client": client})
        return redirect(client)
    return render(request, "clients/plan.html", context, status=422 if form.errors else 200)
