from django.views.decorators.http import require_GET

from core import lists
from orders.amendments.lists import AmendmentList


@require_GET
def amendments(request):
    return lists.respond(request, AmendmentList)
