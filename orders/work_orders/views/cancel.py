from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from orders import actions
from orders.models import WorkOrder
from orders.work_orders.lifecycle import Step
from orders.work_orders.verb_forms import CancelForm
from orders.work_orders.views.asking import ask, go_to


@require_http_methods(["GET", "POST"])
@permission_required("orders.cancel_workorder", raise_exception=True)
def cancel(request, pk):
    orders = WorkOrder.objects.visible_to(request.user).with_people()
    order = get_object_or_404(orders, pk=pk)
    if request.method == "GET" and not order.is_before(Step.CANCEL):
        return redirect(order)
    form = CancelForm(request.POST or None, order=order)
    if request.method == "POST" and form.is_valid():
        actions.cancel(order, by=request.user, **form.chosen())
        messages.success(request, _("The order is cancelled."))
        return go_to(request, order)
    context = {"order": order, "form": form, "begun": order.positions.begun()}
    return ask(request, "cancel", context)
