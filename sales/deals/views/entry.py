from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods

from clients.models import Client
from company.views.hands import asked
from sales.deals import actions
from sales.deals.forms import AddDealForm, DealForm
from sales.deals.lifecycle import ADD, CHANGE
from sales.deals.views.page import found

OFFERED_CLIENTS = 10


@require_http_methods(["GET", "POST"])
@permission_required(ADD, raise_exception=True)
def add_deal(request):
    """`?client=17`: of this client; without one it is looked for first."""
    seen = Client.objects.visible_to(request.user).without_grams()
    pk = request.GET.get("client", "")
    if not pk.isdecimal():
        return _with_whom(request, seen)
    client = get_object_or_404(seen, pk=pk)
    form = AddDealForm(request.POST or None, initial={"ad_source": client.ad_source_id})
    if request.method == "POST" and form.is_valid():
        process = form.cleaned_data["process"]
        kept = actions.open_deal(client, form.content(), process=process, by=request.user)
        messages.success(request, _("The deal is open."))
        return redirect(kept)
    context = {"form": form, "client": client}
    return render(request, "sales/deals/add.html", context, status=422 if form.is_bound else 200)


def _with_whom(request, seen):
    text = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    found = seen.prefetch_related("phones").best_found_by(text, OFFERED_CLIENTS) if text else []
    return render(request, "sales/deals/with_whom.html", {"q": text, "clients": found})


@require_http_methods(["GET", "POST"])
@permission_required(CHANGE, raise_exception=True)
def edit_deal(request, pk):
    deal = found(request, pk)
    form = DealForm.of(deal, request.POST or None)
    if request.method == "POST" and form.is_valid():
        messages.success(request, _("Saved."))
        return redirect(actions.edit(deal, by=request.user, **form.cleaned_data))
    return asked(request, deal, deal.title, form, pgettext("button", "Edit"))
