"""What the client's page asks for besides itself."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_GET

from clients import actions
from clients.models import Client
from clients.timeline import Timeline
from clients.views.client import may_see
from core.prepared import prepared


@prepared
def _seen(pk, user):
    return Client.objects.visible_to(user).filter(pk=pk).only("name")


def _named(pk, user):
    found = _seen(pk, user)
    if not found:
        raise Http404
    return found[0]


@require_GET
@may_see
def timeline(request, pk):
    """The timeline alone, or what follows the last entry seen."""
    client = _named(pk, request.user)
    shown = Timeline(client, request.user, request.GET)
    template = "clients/_timeline_rows.html" if shown.seen else "clients/_timeline.html"
    return render(request, template, {"timeline": shown, "client": client})


@require_GET
@may_see
def segments_of(request, pk):
    """Asked for by the client's page once it is shown: each segment is a question of its own."""
    client = _named(pk, request.user)
    found = actions.segments_of(client, request.user)
    return render(request, "clients/_segments_of.html", {"segments": found})
