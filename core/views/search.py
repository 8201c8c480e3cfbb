from operator import attrgetter

from django.shortcuts import render
from django.views.decorators.http import require_GET

from core import registry
from core.layout import in_russian_layout

SHOWN = 6


@require_GET
def search(request):
    """What the header's field finds while typing: each app answers for its own rows."""
    text = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    groups = _found(request.user, text) or _found(request.user, in_russian_layout(text))
    names = []
    if not groups:
        groups, names = _nearest(request.user, text)
    template = "core/_search_results.html" if request.htmx else "core/search.html"
    return render(request, template, {"groups": groups, "text": text, "taken_for": names})


def _found(user, text):
    return [
        {"label": provider.label, "hits": hits}
        for provider in _asked(user, text)
        if (hits := provider.find(user, text, SHOWN))
    ]


def _nearest(user, text):
    """The first answer to a misspelt text, and what was found instead of it."""
    for provider in filter(attrgetter("find_nearest"), _asked(user, text)):
        hits, names = provider.find_nearest(user, text, SHOWN)
        if hits:
            return [{"label": provider.label, "hits": hits}], names
    return [], []


def _asked(user, text):
    return registry.permitted(registry.search_providers, user) if text else []
