from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from catalog import tariffs
from core.models import Attachment
from orders import actions
from orders.models import Position
from orders.work_orders.lifecycle import POSITION_LIFE, PositionStep
from production.cards import card, large_card
from production.forms import SendBackForm


def _found(request, pk):
    seen = Position.objects.visible_to(request.user).filter(goes_to_shop=True)
    return get_object_or_404(seen.for_shop(), pk=pk)


@require_GET
def position(request, pk):
    found = _found(request, pk)
    context = {
        "card": large_card(found, request.user, tariffs.assortment()),
        "operations": found.operations.select_related("stage"),
        "steps": found.steps.select_related("by"),
        "files": [*_files_of(found.order), *_files_of(found)],
    }
    return render(request, "production/position.html", context)


def _files_of(owner):
    return Attachment.objects.of(owner).filter(purpose="")


@require_POST
def start(request, pk):
    return _taken(request, pk, actions.start)


@require_POST
def finish(request, pk):
    return _taken(request, pk, actions.finish)


@require_POST
def check(request, pk):
    return _taken(request, pk, actions.check)


@require_http_methods(["GET", "POST"])
@permission_required(POSITION_LIFE.right(PositionStep.SEND_BACK), raise_exception=True)
def send_back(request, pk):
    """The reason is asked in a dialog of the queue, or on a page of its own."""
    form = SendBackForm(request.POST or None)
    if form.is_valid():
        return _taken(request, pk, actions.send_back, note=form.cleaned_data["note"])
    found = _found(request, pk)
    template = "production/_send_back.html" if request.htmx else "production/send_back.html"
    context = {"form": form, "position": found}
    response = render(request, template, context, status=422 if form.is_bound else 200)
    if request.htmx and form.is_bound:
        response["HX-Retarget"], response["HX-Reswap"] = "#send-back-form", "innerHTML"
    return response


def _taken(request, pk, verb, **said):
    verb(_found(request, pk), by=request.user, **said)
    if not request.htmx:
        return redirect("production:position", pk)
    context = {"card": card(_found(request, pk), request.user, tariffs.assortment())}
    return render(request, "production/_card.html", context)
