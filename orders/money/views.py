from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from django_htmx.http import HttpResponseClientRedirect

from core import lists, money
from orders import actions
from orders.models import Payment, WorkOrder
from orders.money.forms import CorrectForm, RefundForm, TakePaymentForm
from orders.money.lists import PaymentList


@require_GET
def payments(request):
    return lists.respond(request, PaymentList)


@require_http_methods(["GET", "POST"])
@permission_required("orders.take_payment", raise_exception=True)
def take_payment(request, pk):
    order = _order(request, pk)
    form = TakePaymentForm(request.POST or None, initial={"amount": order.debt})
    if request.method == "POST" and form.is_valid():
        actions.take_payment(order, by=request.user, **form.cleaned_data)
        messages.success(request, _("The money is booked."))
        return _to_card(request, order)
    return _ask(request, "take_payment", {"order": order, "form": form})


@require_http_methods(["GET", "POST"])
@permission_required("orders.refund_payment", raise_exception=True)
def refund(request, pk):
    order = _order(request, pk)
    form = RefundForm(request.POST or None, initial={"amount": order.overpaid or None})
    if request.method == "POST" and form.is_valid():
        actions.refund(order, by=request.user, **form.cleaned_data)
        messages.success(request, _("The refund is booked."))
        return _to_card(request, order)
    return _ask(request, "refund", {"order": order, "form": form})


@require_http_methods(["GET", "POST"])
@permission_required("orders.correct_payment", raise_exception=True)
def correct(request, pk):
    seen = WorkOrder.objects.visible_to(request.user)
    payments = Payment.objects.filter(order__in=seen).select_related("order")
    payment = get_object_or_404(payments, pk=pk)
    form = CorrectForm(request.POST or None, payment=payment)
    if request.method == "POST" and form.is_valid():
        actions.correct(payment, by=request.user, **form.cleaned_data)
        messages.success(
            request,
            _("%(sum)s ₽ is taken off the books.") % {"sum": money.amount(payment.amount)},
        )
        return _to_card(request, payment.order)
    return _ask(request, "correct", {"order": payment.order, "payment": payment, "form": form})


def _order(request, pk):
    return get_object_or_404(WorkOrder.objects.visible_to(request.user), pk=pk)


def _ask(request, verb, context):
    template = f"orders/_{verb}.html" if request.htmx else f"orders/{verb}.html"
    return render(request, template, context, status=422 if context["form"].is_bound else 200)


def _to_card(request, order):
    url = order.get_absolute_url()
    return HttpResponseClientRedirect(url) if request.htmx else redirect(url)
