from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.views.decorators.http import require_GET

from core import lists
from interactions import paper
from interactions.lists import InteractionList, PotentialClientList


@require_GET
def index(request):
    return lists.respond(request, InteractionList)


@require_GET
def potential(request):
    return lists.respond(request, PotentialClientList)


@require_GET
def register(request):
    """The list as it is filtered, as a paper."""
    if not request.user.has_perm(InteractionList.right):
        raise PermissionDenied
    page = InteractionList(request.user, request.GET)
    answer = HttpResponse(paper.register(page), content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="register.pdf"'
    return answer
