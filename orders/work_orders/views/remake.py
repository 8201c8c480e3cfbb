from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core import cells
from orders import actions
from orders.models import WorkOrder
from orders.work_orders.piece_forms import RemakeForm
from orders.work_orders.views.asking import ask, go_on


@require_http_methods(["GET", "POST"])
@permission_required("orders.remake_workorder", raise_exception=True)
def remake(request, pk):
    orders = WorkOrder.objects.visible_to(request.user).with_people()
    order = get_object_or_404(orders, pk=pk)
    form = RemakeForm(request.POST or None, order=order)
    if request.method == "GET" and not form.choices:
        return go_on(request, order)
    if request.method == "POST" and form.is_valid():
        made = actions.remake(order, by=request.user, **form.said())
        words = {"number": made.number, "date": cells.day(made.promised_on)}
        text = _("The remake is the order %(number)s, promised on %(date)s.") % words
        messages.success(request, text)
        return go_on(request, made)
    return ask(request, "remake", {"order": order, "form": form})
