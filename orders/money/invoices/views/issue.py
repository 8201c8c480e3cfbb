from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from clients.models import Client
from clients.payment_terms import payment_due_on
from company.models import BankAccount
from core import clock
from core.errors import Refused
from orders import actions
from orders.models import WorkOrder
from orders.money.invoices.actions.issue import asked_for
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
    lacks_account = BankAccount.main() is None
    context = {"form": form, "order": chosen, "client": client, "lacks_account": lacks_account}
    status = 422 if form.is_bound else 200
    return render(request, "orders/issue_invoice.html", context, status=status)


@require_POST
@permission_required("orders.add_invoice", raise_exception=True)
def quote_invoice(request):
    """What the form as it is filled in now would ask for, and until when."""
    orders = WorkOrder.objects.visible_to(request.user).to_be_invoiced().select_related("client")
    form = IssueInvoiceForm(request.POST, orders=orders)
    form.full_clean()
    chosen = list(form.cleaned_data.get("orders", ()))
    context = {"lacks": _("Choose at least one order to be paid for.")} if not chosen else {}
    if chosen and not form.errors:
        given = form.cleaned_data
        try:
            context["amount"] = sum(asked_for(order, given["percent"]) for order in chosen)
            due_on = given["due_on"] or payment_due_on(chosen[0].client, clock.today())
            context["due_on"] = due_on
        except Refused as refusal:
            context["lacks"] = str(refusal)
    return render(request, "orders/_invoice_quote.html", context)


def _begin(request, seen):
    if pk := request.GET.get("order", ""):
        order = get_object_or_404(seen.select_related("client"), pk=pk)
        return order, order.client
    if pk := request.GET.get("client", ""):
        return None, get_object_or_404(Client.objects.visible_to(request.user), pk=pk)
    return None, None
