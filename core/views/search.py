from django.shortcuts import render
from django.views.decorators.http import require_GET

from core import registry

SHOWN = 6


@require_GET
def search(request):
    """What the header's field finds while typing: each app answers for its own rows."""
    text = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    providers = registry.permitted(registry.search_providers, request.user) if text else []
    groups = [
        {"label": provider.label, "hits": hits}
        for provider in providers
        if (hits := provider.find(request.user, text, SHOWN))
    ]
    template = "core/_search_results.html" if request.htmx else "core/search.html"
    return render(request, template, {"groups": groups, "text": text})
