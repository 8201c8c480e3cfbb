from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from orders import actions
from orders.models import WorkOrder


@require_POST
@permission_required("orders.arrive_workorder", raise_exception=True)
def arrive(request, pk):
    order = get_object_or_404(WorkOrder.objects.visible_to(request.user), pk=pk)
    actions.arrive(order, by=request.user)
    messages.success(request, _("The order is in the office: a call to the client is planned."))
    return redirect(order)
