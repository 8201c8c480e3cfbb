from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from clients import actions, figures, regulation
from clients.forms import AddForm, EditForm
from clients.lists import ClientList
from clients.models import Address, Client, Merge, Messenger
from clients.panels import target_of
from clients.personal import looked
from clients.timeline import Timeline
from core import clock, lists, registry
from core.lists import neighbours
from core.prepared import prepared

FOUND = 6
may_see = permission_required("clients.view_client", raise_exception=True)


def seen_by(user):
    seen = Client.objects.visible_to(user).without_grams()
    return seen.select_related("ad_source", "region", "responsible", "group")


@require_GET
def index(request):
    return lists.respond(request, ClientList)


@require_GET
@may_see
def find(request):
    """Who is known already, by what is typed as a phone or as a name."""
    typed = [request.GET.get(field, "") for field in ("q", "phone", "name")]
    text = next(filter(None, typed), "").replace("\x00", "").strip()[:100]
    seen = seen_by(request.user).prefetch_related("phones")
    found, _names = seen.best_or_nearest(text, FOUND)
    return render(request, "clients/_found.html", {"found": found, "text": text})


@require_GET
@may_see
def card(request, pk):
    moment = looked.this_hour(), clock.today().year
    client = next(iter(_whole(pk, request.user, *moment)), None)
    if client is None:
        return redirect(_merged_into(request.user, pk))
    if not client.is_looked_at:
        looked.note(client, request.user)
    panels = registry.panels("clients.client", client, request.user)
    way = neighbours.way(request, ClientList, client)
    context = {
        "client": client,
        "panels": panels,
        "places": registry.placed(panels),
        "timeline": Timeline(client, request.user, request.GET),
        "way_back": way,
        "figures": figures.of(client, request.user),
        "relation": figures.relation(client),
        "has_debt": figures.has_debt(client, request.user),
        "gaps": regulation.gaps(client, request.user),
        **_reach(client),
    }
    return render(request, "clients/card.html", context)


@prepared
def _whole(pk, user, hour, year):
    """With whatever spares the page a question."""
    seen = figures.read(seen_by(user).with_reach(), user).filter(pk=pk)
    seen = seen.annotate(
        target=target_of(year),
        is_looked_at=looked.is_noted(user, hour),
        **registry.marks("clients.client"),
    )
    return seen.select_related("erasure").prefetch_related("phones")


def _reach(client):
    """What `with_reach` found, with its labels."""
    return {
        "messengers": [
            (Messenger.Service(each["service"]).label, each["handle"])
            for each in client.all_messengers
        ],
        "further_addresses": [
            (Address.Use(each["use"]).label, each["address"]) for each in client.further_addresses
        ],
    }


def _merged_into(user, pk):
    """The card that took the one with this number, which is gone."""
    taken = Merge.objects.visible_to(user).standing().select_related("survivor")
    return get_object_or_404(taken.order_by("-pk"), gone_pk=pk).survivor


@require_http_methods(["GET", "POST"])
@permission_required("clients.add_client", raise_exception=True)
def add(request):
    form = AddForm(request.POST or None, initial=_typed_before(request))
    regulation.ask_new(form)
    duplicates = []
    if request.method == "POST" and form.is_valid():
        content = form.content()
        if "is_another" not in request.POST:
            likely = actions.likely_duplicates(
                content["name"], content["phone_text"], email=content["email"]
            )
            duplicates = actions.announced(likely, request.user)
        if not duplicates:
            signed = content.pop("signed")
            client = actions.add(by=request.user, **content)
            actions.note_signed(client, signed, by=request.user)
            messages.success(request, _("Registered: %(client)s.") % {"client": client})
            return redirect(client)
    context = {"form": form, "duplicates": duplicates}
    status = 422 if form.errors or duplicates else 200
    return render(request, "clients/add.html", context, status=status)


def _typed_before(request):
    """What the search did not find is not typed twice."""
    return {field: request.GET.get(field, "") for field in ("name", "phone")}


@require_http_methods(["GET", "POST"])
@permission_required("clients.change_client", raise_exception=True)
def edit(request, pk):
    client = get_object_or_404(seen_by(request.user).prefetch_related("phones"), pk=pk)
    form = EditForm.of(client, request.POST or None, by=request.user)
    regulation.ask(form, client)
    context = {"form": form, "client": client, "version": form["version"].value()}
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        if version != client.version:
            context |= {
                "changes": actions.what_changed(client, version, by=request.user),
                "version": client.version,
            }
            return render(request, "clients/edit.html", context, status=409)
        actions.change(client, by=request.user, version=version, **form.content())
        messages.success(request, _("Kept: %(client)s.") % {"client": client})
        return redirect(client)
    return render(request, "clients/edit.html", context, status=422 if form.errors else 200)
