from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django_htmx.http import trigger_client_event

from core import registry
from core.fields import MomentField
from interactions import actions, contributions
from interactions.forms import AddForm, NoteForm
from interactions.views.reach import client_or_404, may_hold


@require_http_methods(["GET", "POST"])
@may_hold
def add(request, client_pk):
    client = client_or_404(request, client_pk)
    about = _about(request)
    typed, files = request.POST or None, request.FILES or None
    at = MomentField.named(request.GET.get("at", ""))
    form = AddForm(typed, files, by=request.user, client=client, initial={"planned_at": at})
    if request.method == "POST" and form.is_valid():
        _register(client, by=request.user, about=about, **form.content())
        messages.success(request, _("Recorded."))
        return redirect(about or client)
    context = {"form": form, "client": client, "about": about}
    status = 422 if form.errors else 200
    return render(request, "interactions/add.html", context, status=status)


def _register(client, *, period, until, **said):
    if period:
        return actions.register_series(client, period=period, until=until, **said)
    return actions.register(client, **said)


@require_http_methods(["GET", "POST"])
@may_hold
def note(request, client_pk):
    """A call or a note kept from the client's own page, which stays where it is."""
    client = client_or_404(request, client_pk)
    form = NoteForm(request.POST if request.method == "POST" else None)
    kept = form.is_valid()
    if kept:
        actions.register(client, by=request.user, **form.content())
    panel = contributions.note_on(client, request.user) | {"form": not kept and form, "kept": kept}
    planned = contributions.next_with(client, request.user) if kept else None
    context = {"panel": panel, "next": planned}
    status = 422 if form.errors else 200
    answer = render(request, "interactions/_noted.html", context, status=status)
    return trigger_client_event(answer, "timeline-grown") if kept else answer


def _about(request):
    """`?about=orders.workorder-17`: the row that is spoken of, if this person may see it."""
    label, _dash, pk = request.GET.get("about", "").rpartition("-")
    if label not in registry.owners or not pk.isdecimal():
        return None
    return registry.owners[label].visible_to(request.user).filter(pk=pk).first()
