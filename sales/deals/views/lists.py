from django.views.decorators.http import require_GET

from core import lists
from core.lists import board as boards
from sales.deals.board import DealBoard
from sales.deals.lists import DealList


@require_GET
def deals(request):
    return lists.respond(request, DealList)


@require_GET
def deals_board(request):
    return boards.respond(request, DealBoard)
