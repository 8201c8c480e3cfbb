from django.http import HttpResponse
from django.views.decorators.http import require_POST

from core import drafts


@require_POST
def keep_draft(request, form):
    drafts.keep(request.user, form, request.POST)
    return HttpResponse(status=204)


@require_POST
def discard_draft(request, form):
    drafts.discard(request.user, form)
    response = HttpResponse(status=204)
    response["HX-Refresh"] = "true"
    return response
