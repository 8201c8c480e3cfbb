from django.contrib.auth.decorators import permission_required
from django.shortcuts import render
from django.views.decorators.http import require_GET

from orders.work_orders.board import OrderBoard

may_see = permission_required(OrderBoard.right, raise_exception=True)


@require_GET
@may_see
def board(request):
    whole = not request.htmx or request.htmx.history_restore_request
    template = "orders/board.html" if whole else "orders/_board.html"
    context = {"list": OrderBoard(request.user, request.GET), "is_part": not whole}
    return render(request, template, context)


@require_GET
@may_see
def count_board(request):
    """Asked for by the board once it is shown."""
    context = {"list": OrderBoard(request.user, request.GET)}
    return render(request, "orders/_board_counts.html", context)
