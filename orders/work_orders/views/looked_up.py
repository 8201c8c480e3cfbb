"""What stands on an order's page behind a press: its history, a price explained, older papers."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from company.models.employee import named
from orders.models import Position, PositionStepRecord, WorkOrder
from orders.work_orders import changes
from orders.work_orders.papers import letters_of, papers_of

may_see_prices = permission_required("orders.see_prices", raise_exception=True)


def _order(request, pk):
    seen = WorkOrder.objects.visible_to(request.user).select_related("manager")
    return get_object_or_404(seen.defer(*named("manager")), pk=pk)


def _shown(request, word, context):
    template = f"orders/_{word}.html" if request.htmx else f"orders/{word}.html"
    return render(request, template, context)


@require_GET
def history(request, pk):
    """The way of the order and of its positions, and who changed what."""
    order = _order(request, pk)
    in_shop = PositionStepRecord.objects.filter(subject__order=order)
    context = {
        "order": order,
        "steps": order.steps.select_related("by").defer(*named("by")),
        "in_shop": in_shop.select_related("by", "subject").order_by("subject__ordinal", "at", "pk"),
        "changes": changes.changes_of(order, request.user),
        "removed": [file for file in order.files if file.is_removed],
        "sketches": order.sketch_sendings.in_story(),
    }
    return _shown(request, "history", context)


@require_GET
@may_see_prices
def explain(request, pk, position_pk):
    """How the price of a position came about."""
    order = _order(request, pk)
    position = get_object_or_404(Position, order=order, pk=position_pk)
    return _shown(request, "explain", {"order": order, "position": position})


@require_GET
@may_see_prices
def papers(request, pk):
    """Every revision of every paper, and the letters that went out with them."""
    order = _order(request, pk)
    context = {
        "order": order,
        "papers": papers_of(order, request.user),
        "letters": letters_of(order),
    }
    return _shown(request, "papers", context)
