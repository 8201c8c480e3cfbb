from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clients.models import Client
from orders import actions
from orders.models import WorkOrder
from orders.money.invoices.forms import IssueInvoiceForm

SHOWN = 20


@require_http_methods(["GET", "POST"])
@permission_required("orders.add_invoice", raise_exception=True)
def issue_invoice(request):
    """For the orders of one client: that of `?order=`, with the others of its client beside it."""
    seen = WorkOrder.objects.visible_to(request.user)
    chosen, client = _begin(request, seen)
    orders = seen.to_be_invoiced().with_titles()
    if client is None:
        newest = orders.select_related("client").order_by("-accepted_at", "-pk")[:SHOWN]
        return render(request, "orders/issue_invoice.html", {"newest": newest})
    orders = orders.filter(client=client).order_by("accepted_at", "pk")
    first = {"orders": [chosen.pk] if chosen else [order.pk for order in orders]}
    form = IssueInvoiceForm(request.POST or None, orders=orders, initial=first)
    if request.method == "POST" and form.is_valid():
        invoice = actions.issue_invoice(
            form.cleaned_data.pop("orders"), by=request.user, **form.cleaned_data
        )
        messages.success(request, _("The invoice %(number)s is issued.") % {"number": invoice})
        return redirect(invoice)
    context = {"form": form, "order": chosen, "client": client}
    status = 422 if form.is_bound else 200
    return render(request, "orders/issue_invoice.html", context, status=status)


def _begin(request, seen):
    if pk := request.GET.get("order", ""):
        order = get_object_or_404(seen.select_related("client"), pk=pk)
        return order, order.client
    if pk := request.GET.get("client", ""):
        return None, get_object_or_404(Client.objects.visible_to(request.user), pk=pk)
    return None, None
