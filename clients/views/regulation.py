from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clients import actions
from clients.forms.regulation import AUDIENCES, RegulationForm, audiences
from clients.models import EntryRule


@require_http_methods(["GET", "POST"])
@permission_required("clients.change_entryrule", raise_exception=True)
def regulation(request):
    """What is due of clients of one kind, from which stage of the relation on."""
    of = request.GET.get("of", "")
    of = of if of in AUDIENCES else next(iter(AUDIENCES))
    rules = EntryRule.objects.of_audience(*AUDIENCES[of])
    form = RegulationForm(request.POST or None, of=of, rules=rules)
    if request.method == "POST" and form.is_valid():
        actions.regulate(**form.content(), by=request.user)
        messages.success(request, _("Kept. The completeness of all cards is counted anew."))
        return redirect(f"{reverse('clients:regulation')}?of={of}")
    context = {"form": form, "of": of, "audiences": audiences()}
    return render(request, "clients/regulation.html", context, status=422 if form.errors else 200)
