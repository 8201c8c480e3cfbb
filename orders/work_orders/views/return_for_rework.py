from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from orders import actions
from orders.models import WorkOrder
from orders.work_orders.lifecycle import RETURN_RIGHT
from orders.work_orders.piece_forms import ReturnForm
from orders.work_orders.views.asking import ask, go_on


@require_http_methods(["GET", "POST"])
@permission_required(RETURN_RIGHT, raise_exception=True)
def return_for_rework(request, pk):
    orders = WorkOrder.objects.visible_to(request.user).with_people()
    order = get_object_or_404(orders, pk=pk)
    form = ReturnForm(request.POST or None, order=order)
    if request.method == "GET" and not form.choices:
        return go_on(request, order)
    if request.method == "POST" and form.is_valid():
        actions.return_for_rework(order, by=request.user, **form.said())
        messages.success(request, _("The pieces are in the shop's queue again."))
        return go_on(request, order)
    return ask(request, "return_for_rework", {"order": order, "form": form})
