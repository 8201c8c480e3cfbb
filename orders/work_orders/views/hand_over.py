from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from orders import actions
from orders.models import WorkOrder
from orders.work_orders.lifecycle import Step
from orders.work_orders.pieces import pieces_of
from orders.work_orders.verb_forms import HandOverForm


@require_http_methods(["GET", "POST"])
@permission_required("orders.hand_over_workorder", raise_exception=True)
def hand_over(request, pk):
    orders = WorkOrder.objects.visible_to(request.user).with_people()
    order = get_object_or_404(orders, pk=pk)
    if request.method == "GET" and not order.is_before(Step.HAND_OVER):
        return redirect(order)
    form = HandOverForm(request.POST or None, order=order, user=request.user)
    if request.method == "POST" and form.is_valid():
        _hand_over(order, form, by=request.user)
        messages.success(request, _("The order is handed over."))
        return _to_card(request, order)
    template = "orders/_hand_over.html" if request.htmx else "orders/hand_over.html"
    context = {"order": order, "form": form, "pieces": pieces_of(order)}
    return render(request, template, context, status=422 if form.is_bound else 200)


@transaction.atomic
def _hand_over(order, form, *, by):
    if form.leaves_debt(order):
        actions.allow_debt(order, by=by)
    actions.hand_over(
        order,
        by=by,
        note=form.cleaned_data["note"],
        signature=form.cleaned_data["signature"],
        **form.paid_now(),
    )


def _to_card(request, order):
    return HttpResponseClientRedirect(order.get_absolute_url()) if request.htmx else redirect(order)


@require_POST
@permission_required("orders.allow_debt_workorder", raise_exception=True)
def allow_debt(request, pk):
    order = get_object_or_404(WorkOrder.objects.visible_to(request.user), pk=pk)
    actions.allow_debt(order, by=request.user)
    messages.success(request, _("The hand-over is allowed, though not everything is paid."))
    return redirect(order)
