from django.views.decorators.http import require_GET

from core import lists
from orders.sold.lists import SoldLineList


@require_GET
def sold_lines(request):
    return lists.respond(request, SoldLineList)
