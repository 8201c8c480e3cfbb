from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from core import documents, lists, registry
from core.models import OutgoingMessage
from orders.models import Invoice, Payment
from orders.money.invoices.lists import InvoiceList

PANELS = "orders.invoice"


@require_GET
def invoices(request):
    return lists.respond(request, InvoiceList)


@require_GET
@permission_required("orders.view_invoice", raise_exception=True)
def invoice(request, pk):
    """What is asked, of whom, by when, and what became of it."""
    seen = Invoice.objects.visible_to(request.user).with_people()
    found = get_object_or_404(seen.select_related("replaces", "replaced_by", "by"), pk=pk)
    paper = registry.document_kinds["invoice"]
    context = {
        "invoice": found,
        "lines": found.lines.all(),
        "shares": found.shares.select_related("order"),
        "payments": Payment.objects.on_invoice(found),
        "letters": OutgoingMessage.objects.of(found).order_by("-pk"),
        "steps": found.steps.select_related("by"),
        "paper": documents.latest("invoice", found) if paper.is_for(request.user) else None,
        "outgrown": found.is_open and Invoice.objects.outgrown().filter(pk=found.pk).exists(),
        "panels": registry.placed(registry.panels(PANELS, found, request.user)),
    }
    return render(request, "orders/invoice.html", context)
