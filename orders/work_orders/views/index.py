from django.views.decorators.http import require_GET

from core import lists
from orders.work_orders.lists import OrderList


@require_GET
def index(request):
    return lists.respond(request, OrderList, "orders/index.html")
