from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import BadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from company.models import Office
from core import documents, lists
from core.parts import wants_part
from orders.work_orders.querysets import BRING
from production.lists import TransportLists
from production.models import TransportList
from production.transport import actions
from production.transport.forms import UnloadedForm
from production.transport.page import Transport, reached_by


@require_GET
@permission_required(BRING, raise_exception=True)
def transport(request):
    template = "production/_transport.html" if wants_part(request) else "production/transport.html"
    return render(request, template, {"transport": Transport(request.user, request.GET)})


@require_GET
@permission_required(BRING, raise_exception=True)
def transport_lists(request):
    return lists.respond(request, TransportLists)


@require_GET
@permission_required(BRING, raise_exception=True)
def transport_list(request, pk):
    """One drive, piece by piece."""
    return _drive(request, pk)


@require_POST
@permission_required(BRING, raise_exception=True)
def load(request, pk):
    office = get_object_or_404(reached_by(request.user), pk=pk)
    actions.load(office, by=request.user, positions=_chosen(request))
    return _page(request)


@require_POST
@permission_required(BRING, raise_exception=True)
def unload(request, pk):
    found = _found(request, pk)
    actions.unload(found, by=request.user, positions=_chosen(request) or [])
    return _after(request, found)


@require_POST
@permission_required(BRING, raise_exception=True)
def depart(request, pk):
    driven = actions.depart(_found(request, pk), by=request.user)
    messages.success(request, _("List %(number)s is made. Good road!") % {"number": driven.number})
    return redirect(driven)


@require_POST
@permission_required(BRING, raise_exception=True)
def arrive(request, pk):
    """Pressed after somebody else, it is refused in words: the list is found in any state."""
    found = _found(request, pk)
    form = UnloadedForm(request.POST)
    if not form.is_valid():
        raise BadRequest
    office = form.cleaned_data["office"]
    actions.arrive(found, by=request.user, office=office, positions=_chosen(request))
    return _after(request, found)


def _found(request, pk):
    return get_object_or_404(TransportList.objects.visible_to(request.user), pk=pk)


def _chosen(request):
    """Ids of the pieces that were pressed; None means all."""
    pks = request.POST.getlist("positions")
    if not all(pk.isdecimal() and len(pk) < 19 for pk in pks):
        raise BadRequest
    return pks or None


def _after(request, found):
    """Back to where it was pressed: the page of the drive, or that of the day."""
    if "one" not in request.POST:
        return _page(request)
    return _drive(request, found.pk) if request.htmx else redirect(found)


def _drive(request, pk):
    seen = TransportList.objects.visible_to(request.user).with_people().with_pieces()
    found = get_object_or_404(seen, pk=pk)
    name = "_transport_list" if wants_part(request) else "transport_list"
    context = {
        "drive": found,
        "paper": documents.latest("transport_list", found),
        "others": Office.objects.exclude(pk=found.office_id),
    }
    return render(request, f"production/{name}.html", context)


def _page(request):
    shown = Transport(request.user, request.GET)
    if request.htmx:
        return render(request, "production/_transport.html", {"transport": shown})
    return redirect(shown.here)
