from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from core import lists
from orders import actions
from orders.models import Invoice
from orders.money.debts.forms import SettleDisputeForm
from orders.money.debts.lists import LateShipmentList, OverdueList, UnbilledList
from orders.money.invoices.lifecycle import ANSWER


@require_GET
def overdue(request):
    return lists.respond(request, OverdueList)


@require_GET
def unbilled(request):
    return lists.respond(request, UnbilledList)


@require_GET
def late_shipments(request):
    return lists.respond(request, LateShipmentList)


@require_http_methods(["GET", "POST"])
@permission_required(["orders.view_invoice", ANSWER], raise_exception=True)
def settle_dispute(request, pk):
    seen = Invoice.objects.visible_to(request.user).with_people()
    invoice = get_object_or_404(seen, pk=pk)
    form = SettleDisputeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.settle_dispute(invoice, by=request.user, **form.cleaned_data)
        messages.success(request, _("The dispute is settled: the debt goes its steps again."))
        return redirect(invoice)
    context = {"invoice": invoice, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "orders/settle_dispute.html", context, status=status)
