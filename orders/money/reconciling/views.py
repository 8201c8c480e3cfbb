from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clients.models import Client
from core import clock
from core.models import Document
from orders import actions, mail
from orders.models import Reconciliation
from orders.money.reconciling import account
from orders.money.reconciling.actions import may_reconcile
from orders.money.reconciling.forms import ReconcileForm, SendReconciliationForm

BOTH = ["GET", "POST"]
RIGHT = "orders.add_reconciliation"
SHOWN = 20


@require_http_methods(BOTH)
@permission_required(RIGHT, raise_exception=True)
def reconcile(request, pk):
    """A statement for a period of this client, and those made before."""
    client = get_object_or_404(Client.objects.visible_to(request.user), pk=pk)
    if not may_reconcile(request.user):
        raise PermissionDenied
    form = ReconcileForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.reconcile(client, by=request.user, **form.cleaned_data)
        messages.success(request, _("The statement is made: open it below, or send it."))
        return redirect("orders:reconcile", pk)
    made = list(client.reconciliations.select_related("by")[:SHOWN])
    papers = Document.objects.of_any(Reconciliation, [each.pk for each in made]).defer("content")
    by_owner = {paper.owner_id: paper for paper in papers}
    balance = account.balance(client, clock.today())
    context = {
        "client": client,
        "form": form,
        "made": [(each, by_owner[each.pk]) for each in made],
        "balance": balance,
        "advance": -balance,
        "in_work": account.in_work(client),
    }
    status = 422 if form.is_bound else 200
    return render(request, "orders/reconcile.html", context, status=status)


@require_http_methods(BOTH)
@permission_required(RIGHT, raise_exception=True)
def send_reconciliation(request, pk):
    seen = Reconciliation.objects.visible_to(request.user).select_related("client")
    found = get_object_or_404(seen, pk=pk)
    if not may_reconcile(request.user):
        raise PermissionDenied
    known = {"to": found.client.email if request.user.sees_field("email") else ""}
    form = SendReconciliationForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        letter = actions.send_reconciliation(found, by=request.user, **form.cleaned_data)
        messages.success(request, mail.fate_of(letter))
        return redirect(found)
    status = 422 if form.is_bound else 200
    context = {"found": found, "form": form}
    return render(request, "orders/send_reconciliation.html", context, status=status)
