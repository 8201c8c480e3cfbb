"""Steps of a position, taken by whoever is logged in, or by a worker known by PIN."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from catalog import tariffs
from orders import actions as orders
from orders.work_orders.lifecycle import POSITION_LIFE, PositionStep
from production import actions, changes, tablet
from production.cards import PRESSED, card
from production.forms import SendBackForm
from production.views.position import found_position

VERBS = {
    PositionStep.START: orders.start,
    PositionStep.FINISH: orders.finish,
    PositionStep.CHECK: orders.check,
}


@sensitive_post_parameters("pin")
@require_POST
def start(request, pk):
    return _taken(request, pk, PositionStep.START)


@sensitive_post_parameters("pin")
@require_POST
def finish(request, pk):
    return _taken(request, pk, PositionStep.FINISH)


@sensitive_post_parameters("pin")
@require_POST
def check(request, pk):
    return _taken(request, pk, PositionStep.CHECK)


@require_GET
def who(request, pk, step):
    """On the shared tablet: the name and the PIN, before a step that is else one press."""
    tablet.demand(request.user, tablet.SHARED)
    if step not in PRESSED:
        raise Http404
    step = PositionStep(step)
    form = tablet.who_form(request, POSITION_LIFE.right(step))
    return _ask_who(request, found_position(request, pk), step, form)


@sensitive_post_parameters("pin")
@require_http_methods(["GET", "POST"])
def send_back(request, pk):
    """The defect is described in a dialog of the queue, or on a page of its own."""
    right = POSITION_LIFE.right(PositionStep.SEND_BACK)
    tablet.demand(request.user, right)
    found = found_position(request, pk)
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form, who_form = SendBackForm(*typed, position=found), tablet.who_form(request, right)
    by = tablet.taker(request, who_form) if form.is_valid() else None
    if by:
        actions.send_back(found, by=by, **form.cleaned_data)
        return _moved(request, pk)
    context = {"form": form, "who_form": who_form, "position": found}
    response = _ask(request, "send_back", context, is_again=form.is_bound)
    if request.htmx and form.is_valid():
        _swap_who_alone(response)
    return response


def _swap_who_alone(response):
    """Only the PIN was wrong: the chosen photo would be lost with the rest of the form."""
    response["HX-Retarget"], response["HX-Reswap"] = "#shop-dialog .who", "outerHTML"
    response["HX-Reselect"] = ".who"


@sensitive_post_parameters("pin")
@require_http_methods(["GET", "POST"])
def see_change(request, pk):
    """One press, or on the shared tablet the worker who has read it."""
    right = POSITION_LIFE.right(PositionStep.START)
    tablet.demand(request.user, right)
    found, who_form = found_position(request, pk), tablet.who_form(request, right)
    by = tablet.taker(request, who_form) if request.method == "POST" else None
    if by:
        orders.see_change(found, by=by)
        return _moved(request, pk)
    context = {"changes": changes.unseen(found), "position": found, "who_form": who_form}
    return _ask(request, "see_change", context, is_again=request.method == "POST")


def _taken(request, pk, step):
    found = found_position(request, pk)
    form = tablet.who_form(request, POSITION_LIFE.right(step))
    by = tablet.taker(request, form)
    if by is None:
        return _ask_who(request, found, step, form)
    VERBS[step](found, by=by)
    return _moved(request, pk)


def _ask_who(request, found, step, form):
    context = {"who_form": form, "position": found, "step": step}
    return _ask(request, "who", context, is_again=form.is_bound)


def _ask(request, name, context, *, is_again):
    template = f"production/_{name}.html" if request.htmx else f"production/{name}.html"
    response = render(request, template, context, status=422 if is_again else 200)
    if request.htmx and is_again:
        response["HX-Retarget"], response["HX-Reswap"] = "#shop-dialog-form", "innerHTML"
    return response


def _moved(request, pk):
    if not request.htmx:
        return redirect("production:position", pk)
    context = {"card": card(found_position(request, pk), request.user, tariffs.assortment())}
    return render(request, "production/_card.html", context)
