from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.views.decorators.http import require_GET

from orders.work_orders.board import OrderBoard


@require_GET
def board(request):
    """The board; with `count` what it asks for once it is shown: how many orders stand where."""
    if not request.user.has_perm(OrderBoard.right):
        raise PermissionDenied
    whole = not request.htmx or request.htmx.history_restore_request
    template = "orders/board.html" if whole else "orders/_board.html"
    if "count" in request.GET:
        template = "orders/_board_counts.html"
    context = {"list": OrderBoard(request.user, request.GET), "is_part": not whole}
    return render(request, template, context)
