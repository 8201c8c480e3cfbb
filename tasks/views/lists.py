from django.views.decorators.http import require_GET

from core import lists
from core.lists import board as boards
from tasks.board import TaskBoard
from tasks.lists import TaskList


@require_GET
def index(request):
    return lists.respond(request, TaskList)


@require_GET
def board(request):
    return boards.respond(request, TaskBoard)
