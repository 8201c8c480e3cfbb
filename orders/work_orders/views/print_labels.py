from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from orders import actions
from orders.models import WorkOrder


@require_POST
@permission_required("orders.see_prices", raise_exception=True)
def print_labels(request, pk):
    """Among the papers of the order, which are for those who see its sums."""
    order = get_object_or_404(WorkOrder.objects.visible_to(request.user), pk=pk)
    on_roll = bool(request.POST.get("on_roll"))
    paper = actions.print_labels(order, by=request.user, on_roll=on_roll)
    return redirect("core:document", paper.pk)
