"""The invoice as whoever holds its secret address sees it: no login, nothing but the invoice."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from company.models import Firm
from core import documents, links
from orders import actions
from orders.models import Invoice
from orders.money.invoices.actions.send import PURPOSE


def _shown(token):
    link = links.opened(token, purpose=PURPOSE)
    found = Invoice.objects.with_people().filter(pk=link.owner_id).first() if link else None
    if found is None:
        raise Http404
    return found


@require_safe
@never_cache
@login_not_required
def shown_invoice(request, token):
    context = {"invoice": _shown(token), "token": token, "firm": Firm.get()}
    return render(request, "orders/shown_invoice.html", context)


@require_POST
@login_not_required
def open_invoice(request, token):
    """Asked by the page once it is drawn: programs that only fetch what letters name do not."""
    actions.open_invoice(_shown(token))
    return HttpResponse(status=204)


@require_safe
@never_cache
@login_not_required
def shown_invoice_pdf(request, token):
    paper = documents.latest("invoice", _shown(token))
    answer = HttpResponse(documents.pdf_of(paper), content_type="application/pdf")
    answer["Content-Disposition"] = "inline"
    return answer
