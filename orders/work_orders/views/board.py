from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.views.decorators.http import require_GET

from orders.work_orders.board import OrderBoard


@require_GET
def board(request):
    if not request.user.has_perm(OrderBoard.right):
        raise PermissionDenied
    whole = not request.htmx or request.htmx.history_restore_request
    template = "orders/board.html" if whole else "orders/_board.html"
    context = {"list": OrderBoard(request.user, request.GET), "is_part": not whole}
    return render(request, template, context)
