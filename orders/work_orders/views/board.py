from django.views.decorators.http import require_GET

from core.lists import board as boards
from orders.work_orders.board import OrderBoard


@require_GET
def board(request):
    return boards.respond(request, OrderBoard)
