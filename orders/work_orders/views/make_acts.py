from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from orders import actions
from orders.models import WorkOrder


@require_POST
@permission_required("orders.hand_over_workorder", raise_exception=True)
def make_acts(request, pk):
    order = get_object_or_404(WorkOrder.objects.visible_to(request.user), pk=pk)
    if actions.make_acts(order, by=request.user):
        messages.success(request, _("The acts of the earlier visits are among the papers."))
    else:
        messages.info(request, _("Every visit of this order has its act."))
    return redirect(order)
