from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from orders import actions, mail
from orders.models import Invoice
from orders.money.invoices.forms import (
    CancelInvoiceForm,
    PayInvoiceForm,
    ReissueInvoiceForm,
    SendInvoiceForm,
)

BOTH = ["GET", "POST"]


def _invoice(request, pk):
    seen = Invoice.objects.visible_to(request.user)
    return get_object_or_404(seen.with_people(), pk=pk)


def _ask(request, word, invoice, form):
    status = 422 if form.is_bound else 200
    return render(request, f"orders/{word}.html", {"invoice": invoice, "form": form}, status=status)


def _address(token):
    return f"{settings.PUBLIC_URL}{reverse('orders:shown_invoice', args=[token])}"


@require_http_methods(BOTH)
@permission_required("orders.send_invoice", raise_exception=True)
def send_invoice(request, pk):
    invoice = _invoice(request, pk)
    known = {"to": invoice.client.email if request.user.sees_field("email") else ""}
    form = SendInvoiceForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        letter = actions.send_invoice(
            invoice, by=request.user, address_of=_address, **form.cleaned_data
        )
        messages.success(request, mail.fate_of(letter))
        return redirect(invoice)
    return _ask(request, "send_invoice", invoice, form)


@require_POST
@permission_required("orders.send_invoice", raise_exception=True)
def give_invoice(request, pk):
    invoice = actions.give_invoice(_invoice(request, pk), by=request.user)
    messages.success(request, _("It is noted: the client has the invoice."))
    return redirect(invoice)


@require_http_methods(BOTH)
@permission_required("orders.take_payment", raise_exception=True)
def pay_invoice(request, pk):
    invoice = _invoice(request, pk)
    several = invoice.shares.count() > 1
    known = {"amount": invoice.open_amount, "method": "transfer"}
    form = PayInvoiceForm(request.POST or None, several=several, initial=known)
    if request.method == "POST" and form.is_valid():
        actions.pay_invoice(invoice, by=request.user, **form.cleaned_data)
        messages.success(request, _("The money is booked."))
        return redirect(invoice)
    return _ask(request, "pay_invoice", invoice, form)


@require_http_methods(BOTH)
@permission_required("orders.cancel_invoice", raise_exception=True)
def cancel_invoice(request, pk):
    invoice = _invoice(request, pk)
    form = CancelInvoiceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.cancel_invoice(invoice, by=request.user, **form.cleaned_data)
        messages.success(request, _("The invoice is cancelled."))
        return redirect(invoice)
    return _ask(request, "cancel_invoice", invoice, form)


@require_http_methods(BOTH)
@permission_required("orders.cancel_invoice", raise_exception=True)
def reissue_invoice(request, pk):
    invoice = _invoice(request, pk)
    form = ReissueInvoiceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        new = actions.reissue_invoice(invoice, by=request.user, **form.cleaned_data)
        messages.success(
            request,
            _("The invoice %(new)s stands in place of %(old)s.") % {"new": new, "old": invoice},
        )
        return redirect(new)
    return _ask(request, "reissue_invoice", invoice, form)
