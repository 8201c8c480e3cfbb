from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from orders import actions
from orders.models import WorkOrder
from orders.work_orders.lifecycle import ARRIVE_RIGHT, Status
from orders.work_orders.piece_forms import ArriveForm
from orders.work_orders.views.asking import ask, go_on


@require_http_methods(["GET", "POST"])
@permission_required(ARRIVE_RIGHT, raise_exception=True)
def arrive(request, pk):
    """A press without a choice brings everything that is ready to come."""
    orders = WorkOrder.objects.visible_to(request.user).with_people()
    order = get_object_or_404(orders, pk=pk)
    is_choice = request.method == "POST" and "choosing" in request.POST
    form = ArriveForm(request.POST if is_choice else None, order=order)
    if request.method == "GET" and not form.choices:
        return go_on(request, order)
    if request.method == "POST" and (not is_choice or form.is_valid()):
        chosen = form.said() if is_choice else {}
        order = actions.arrive(order, by=request.user, **chosen)
        messages.success(request, _told(order))
        return go_on(request, order)
    return ask(request, "arrive", {"order": order, "form": form})


def _told(order):
    if order.status == Status.READY:
        return _("The order is in the office: a call to the client is planned.")
    return _("The pieces are in the office. The rest of the order is awaited.")
