"""Labels of one position, and the address that their code holds."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from orders import actions
from orders.models import Position, WorkOrder


@require_POST
def print_labels(request, pk):
    seen = Position.objects.visible_to(request.user).filter(goes_to_shop=True)
    position = get_object_or_404(seen, pk=pk)
    on_roll = bool(request.POST.get("on_roll"))
    paper = actions.print_labels(position, by=request.user, on_roll=on_roll)
    return redirect("core:document", paper.pk)


@require_GET
def scan(request, pk):
    """To the order for those who see it, to the position for those who make or carry it."""
    position = get_object_or_404(Position, pk=pk)
    orders = WorkOrder.objects.visible_to(request.user).filter(pk=position.order_id)
    if order := orders.first():
        return redirect(f"{order.get_absolute_url()}#position-{pk}")
    if not Position.objects.visible_to(request.user).filter(pk=pk, goes_to_shop=True).exists():
        raise Http404
    return redirect("production:position", pk)
