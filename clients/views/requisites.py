from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clients import actions, regulation
from clients.forms import RequisitesForm, drop_hidden
from clients.models import Requisites
from clients.requisites import shown_faults
from clients.views.client import seen_by


@require_http_methods(["GET", "POST"])
@permission_required("clients.change_client", raise_exception=True)
def requisites(request, pk):
    client = get_object_or_404(seen_by(request.user), pk=pk)
    kept = Requisites.objects.filter(client=client).first() or Requisites(client=client)
    form = drop_hidden(RequisitesForm(request.POST or None, instance=kept), request.user)
    regulation.ask(form, client)
    if request.method == "POST" and form.is_valid():
        kept = actions.set_requisites(client, by=request.user, **form.cleaned_data)
        for sentence in shown_faults(kept, request.user):
            messages.warning(request, sentence)
        for other in actions.likely_duplicates("", "", besides=client, inn=kept.inn):
            messages.warning(request, _same_inn(other, request.user))
        messages.success(request, _("Kept: %(client)s.") % {"client": client})
        return redirect(client)
    context = {"client": client, "form": form, "faults": shown_faults(kept, request.user)}
    status = 422 if form.errors else 200
    return render(request, "clients/requisites.html", context, status=status)


def _same_inn(other, user):
    [said] = actions.announced([other], user)
    manager = other.responsible.short_name
    if not said.is_seen:
        return _("It is in the base already; %(manager)s is responsible.") % {"manager": manager}
    return _("“%(client)s” has the same INN; %(manager)s is responsible.") % {
        "client": other,
        "manager": manager,
    }
