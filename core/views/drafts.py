from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from core import drafts
from core.models import Draft

LONGEST_NAME = Draft._meta.get_field("form").max_length


@require_POST
def keep_draft(request, form):
    if len(form) > LONGEST_NAME:
        raise Http404
    drafts.keep(request.user, form, request.POST)
    return HttpResponse(status=204)


@require_POST
def discard_draft(request, form):
    drafts.discard(request.user, form)
    response = HttpResponse(status=204)
    response["HX-Refresh"] = "true"
    return response
