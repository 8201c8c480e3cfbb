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
    template = "core/_search_results.html" if request.htmx else "core/search.html"
    return render(request, template, {"groups": groups, "text": text})


def _found(user, text):
    providers = registry.permitted(registry.search_providers, user) if text else []
    return [
        {"label": provider.label, "hits": hits}
        for provider in providers
        if (hits := provider.find(user, text, SHOWN))
    ]
