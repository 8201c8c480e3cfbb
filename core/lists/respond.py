from django.core.exceptions import PermissionDenied
from django.shortcuts import render

from core.lists import views
from core.models.saved_view import SHARE_RIGHT
from core.parts import wants_part


def respond(request, list_class, template="core/list.html", **more):
    """Answer a list page, or only its rows when htmx asks for them; `more` is for `template`."""
    if not request.user.has_perm(list_class.right):
        raise PermissionDenied
    page = list_class(request.user, request.GET)
    if wants_part(request):
        return render(request, "core/_list.html", {"list": page, **_frame(request, page)})
    return render(request, template, {"list": page, **_frame(request, page), **more})


def _frame(request, page):
    may_share = request.user.has_perm(SHARE_RIGHT)
    return {
        "saved_views": views.shown_on(page),
        "roles_to_share_with": views.roles_offered() if may_share else [],
    }
