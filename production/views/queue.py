from django.contrib.auth.decorators import permission_required
from django.shortcuts import render
from django.views.decorators.http import require_GET

from core.parts import wants_part
from production.queue import Queue


@require_GET
@permission_required("orders.view_shop_position", raise_exception=True)
def queue(request):
    """The whole page, or only its cards when htmx asks for them again."""
    template = "production/_queue.html" if wants_part(request) else "production/queue.html"
    return render(request, template, {"queue": Queue(request.user, request.GET)})
