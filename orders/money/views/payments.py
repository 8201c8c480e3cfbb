from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from core import lists, money
from orders import actions
from orders.models import Payment, WorkOrder
from orders.money.forms import CorrectForm, RefundForm, TakePaymentForm
from orders.money.lists import PaymentList
from orders.work_orders.views.asking import ask, go_to


@require_GET
def payments(request):
    return lists.respond(request, PaymentList, "orders/payments.html")


@require_http_methods(["GET", "POST"])
@permission_required("orders.take_payment", raise_exception=True)
def take_payment(request, pk):
    order = _order(request, pk)
    form = TakePaymentForm(request.POST or None, initial={"amount": order.debt})
    if request.method == "POST" and form.is_valid():
        payment = actions.take_payment(order, by=request.user, **form.cleaned_data)
        messages.success(request, _("The money is booked."))
        _offer_a_drawer(request, payment)
        return go_to(request, order)
    return ask(request, "take_payment", {"order": order, "form": form})


@require_http_methods(["GET", "POST"])
@permission_required("orders.refund_payment", raise_exception=True)
def refund(request, pk):
    order = _order(request, pk)
    form = RefundForm(request.POST or None, initial={"amount": order.overpaid or None})
    if request.method == "POST" and form.is_valid():
        actions.refund(order, by=request.user, **form.cleaned_data)
        messages.success(request, _("The refund is booked."))
        return go_to(request, order)
    return ask(request, "refund", {"order": order, "form": form})


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
        return go_to(request, payment.order)
    return ask(request, "correct", {"order": payment.order, "payment": payment, "form": form})


def _offer_a_drawer(request, payment):
    """Cash was taken into no counted drawer: the desk may open its shift now."""
    into_none = payment.method == Payment.Method.CASH and payment.shift_id is None
    if into_none and request.user.has_perm("orders.open_cashshift"):
        messages.info(request, render_to_string("orders/_no_drawer.html"))


def where_from(request, order) -> str:
    """Back to the list that led here, else to the order, else to the payments: money may lie in
    one office for an order of another."""
    asked = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(asked, allowed_hosts=None) and asked.startswith("/"):
        return asked
    if WorkOrder.objects.visible_to(request.user).filter(pk=order.pk).exists():
        return order.get_absolute_url()
    return reverse("orders:payments")


def _order(request, pk):
    return get_object_or_404(WorkOrder.objects.visible_to(request.user), pk=pk)
