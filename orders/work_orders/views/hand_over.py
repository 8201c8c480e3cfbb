from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from orders import actions
from orders.models import WorkOrder
from orders.work_orders.hand_over_form import HandOverForm
from orders.work_orders.lifecycle import ARCHIVE, HAND_OVER_RIGHT
from orders.work_orders.views.asking import ask, go_on


@require_http_methods(["GET", "POST"])
@permission_required(HAND_OVER_RIGHT, raise_exception=True)
def hand_over(request, pk):
    orders = WorkOrder.objects.within_reach_of(request.user, HAND_OVER_RIGHT).with_people()
    order = get_object_or_404(orders, pk=pk)
    if request.method == "POST":
        return _handed_over(request, order)
    if request.htmx and "place" in request.GET:
        form = HandOverForm(order=order, user=request.user, choice=request.GET)
        return render(request, "orders/_visit_due.html", {"order": order, "form": form})
    if not order.positions.handable().exists():
        return go_on(request, order)
    form = HandOverForm(order=order, user=request.user)
    return ask(request, "hand_over", {"order": order, "form": form})


def _handed_over(request, order):
    form = HandOverForm(request.POST, order=order, user=request.user)
    if not form.is_valid():
        return ask(request, "hand_over", {"order": order, "form": form})
    order = _hand_over(order, form, by=request.user)
    messages.success(request, _told(order))
    return go_on(request, order)


@transaction.atomic
def _hand_over(order, form, *, by):
    if form.leaves_debt():
        actions.allow_debt(order, by=by)
    return actions.hand_over(order, by=by, **form.said())


def _told(order):
    if order.status in ARCHIVE:
        return _("The order is handed over.")
    return _("The pieces are handed over. The rest of the order stays open.")


@require_POST
@permission_required("orders.allow_debt_workorder", raise_exception=True)
def allow_debt(request, pk):
    order = get_object_or_404(WorkOrder.objects.visible_to(request.user), pk=pk)
    actions.allow_debt(order, by=request.user)
    messages.success(request, _("The hand-over is allowed, though not everything is paid."))
    return redirect(order)
