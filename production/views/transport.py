from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from orders import actions
from orders.models import WorkOrder
from orders.work_orders.querysets import BRING
from production.transport import stops


@require_GET
@permission_required(BRING, raise_exception=True)
def transport(request):
    part = request.htmx and not request.htmx.history_restore_request
    template = "production/_transport.html" if part else "production/transport.html"
    return render(request, template, {"stops": stops(request.user)})


@require_POST
@permission_required(BRING, raise_exception=True)
def arrive(request, pk):
    """Pressed after somebody else, it is refused in words: the order is found in any state."""
    order = get_object_or_404(WorkOrder.objects.brought_by(request.user), pk=pk)
    actions.arrive(order, by=request.user)
    if request.htmx:
        return render(request, "production/_transport.html", {"stops": stops(request.user)})
    return redirect("production:transport")
