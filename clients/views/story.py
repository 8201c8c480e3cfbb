"""What the client's page asks for besides itself."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from clients import actions
from clients.timeline import Timeline
from clients.views.client import may_see, seen_by


@require_GET
@may_see
def timeline(request, pk):
    """The timeline alone, or what follows the last entry seen."""
    client = get_object_or_404(seen_by(request.user), pk=pk)
    shown = Timeline(client, request.user, request.GET)
    template = "clients/_timeline_rows.html" if shown.seen else "clients/_timeline.html"
    return render(request, template, {"timeline": shown, "client": client})


@require_GET
@may_see
def segments_of(request, pk):
    """Asked for by the client's page once it is shown: each segment is a question of its own."""
    client = get_object_or_404(seen_by(request.user), pk=pk)
    found = actions.segments_of(client, request.user)
    return render(request, "clients/_segments_of.html", {"segments": found})
