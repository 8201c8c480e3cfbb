from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core import cells
from orders import actions
from orders.models import WorkOrder
from orders.work_orders.actions.hold import date_if_resumed
from orders.work_orders.lifecycle import HOLD_RIGHT, Step
from orders.work_orders.verb_forms import HoldForm, VerbForm
from orders.work_orders.views.asking import ask, go_on


@require_http_methods(["GET", "POST"])
@permission_required(HOLD_RIGHT, raise_exception=True)
def hold(request, pk):
    order = _found(request, pk)
    if request.method == "GET" and not order.is_before(Step.HOLD):
        return go_on(request, order)
    form = HoldForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.hold(order, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("The order is on hold: the workshop does not see it."))
        return go_on(request, order)
    begun = order.positions.begun()
    return ask(request, "hold", {"order": order, "form": form, "begun": begun})


@require_http_methods(["GET", "POST"])
@permission_required(HOLD_RIGHT, raise_exception=True)
def resume(request, pk):
    order = _found(request, pk)
    if request.method == "POST":
        resumed = actions.resume(order, by=request.user)
        messages.success(request, _told(resumed, order.promised_on))
        return go_on(request, order)
    if not order.is_on_hold:
        return go_on(request, order)
    held = order.steps.filter(step=Step.HOLD).select_related("by").last()
    promise = date_if_resumed(order)
    return ask(
        request,
        "resume",
        {"order": order, "form": VerbForm(), "held": held, "promise": promise},
    )


def _found(request, pk):
    orders = WorkOrder.objects.within_reach_of(request.user, HOLD_RIGHT).with_people()
    return get_object_or_404(orders, pk=pk)


def _told(order, was):
    words = {"date": cells.day(order.promised_on)}
    if order.promised_on == was:
        return _("The order goes on. The promised date stays: %(date)s.") % words
    return _("The order goes on. The new promised date is %(date)s: tell the client.") % words
