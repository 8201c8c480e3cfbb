import hashlib

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET

from core import registry
from core.lists.views import home_of

HERE = "today"


@require_GET
def home(request):
    """Where a person begins: a view of one's own choice, else the page of the role."""
    return redirect(home_of(request.user) or HERE)


@require_GET
def today(request):
    """The first page: the day's blocks, or the page that the role begins with.

    The page asks again every half a minute and is answered 204 while nothing has changed.
    """
    elsewhere = _home(request.user)
    if elsewhere and not request.htmx:
        return redirect(elsewhere)
    blocks = registry.blocks(request.user)
    shown = render_to_string("core/_blocks.html", {"blocks": blocks}, request)
    digest = hashlib.sha1(shown.encode(), usedforsecurity=False).hexdigest()
    if request.htmx and request.GET.get("seen") == digest:
        return HttpResponse(status=204)
    context = {"shown": mark_safe(shown) if blocks else "", "digest": digest}
    template = "core/_today.html" if request.htmx else "today.html"
    return render(request, template, context)


def _home(user):
    """The address of the role's own first page; none where that page does not exist."""
    if user.role.home == HERE:
        return None
    try:
        return reverse(user.role.home)
    except NoReverseMatch:
        return None
