"""The order screen once more, for an order that is accepted."""

import json

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core import drafts
from orders import actions
from orders.amendments import typed
from orders.amendments.amended import Amended, amended_from
from orders.amendments.entry import AmendmentEntry
from orders.amendments.lifecycle import AMEND_RIGHT
from orders.models import WorkOrder
from orders.work_orders.actions.stale import OrderStale
from orders.work_orders.lifecycle import Step
from orders.work_orders.views.pressing import ask, kept

may_amend = permission_required(AMEND_RIGHT, raise_exception=True)


@require_http_methods(["GET", "POST"])
@may_amend
def amend(request, pk):
    order = _found(request, pk)
    if request.method == "POST":
        return _press(request, order)
    if not order.is_before(Step.AMEND):
        return redirect(order)
    earlier = order.amendments.open().first()
    draft = drafts.find(request.user, _code(order))
    draft = draft if draft and draft.content else None  # a photograph alone is nothing typed
    entry = AmendmentEntry(
        kept(draft) if draft else _agreed(order, earlier), by=request.user, order=order
    )
    context = {"restored_at": draft.saved_at if draft else None, "earlier": earlier}
    return render(request, "orders/amend.html", _context(order, entry, **context))


@require_POST
@may_amend
def quote_amendment(request, pk):
    """Prices of the day of the acceptance, and the difference that the client will be told."""
    entry = AmendmentEntry(request.POST, by=request.user, order=_found(request, pk))
    return render(request, "orders/_quote_amendment.html", {"entry": entry})


def _found(request, pk):
    orders = WorkOrder.objects.visible_to(request.user).select_related("client")
    return get_object_or_404(orders.prefetch_related("positions"), pk=pk)


def _code(order):
    return f"orders.amend.{order.pk}"


def _agreed(order, earlier):
    if earlier is None:
        return typed.of(order, amended_from(order))
    return typed.of(order, Amended.from_json(earlier.content), reason=earlier.reason)


def _context(order, entry, **more):
    return {"order": order, "entry": entry, "draft_code": _code(order), **more}


def _press(request, order):
    entry = AmendmentEntry(request.POST, by=request.user, order=order)
    if not entry.is_valid():
        template = "orders/_amend_form.html" if request.htmx else "orders/amend.html"
        context = _context(order, entry, checked=True)
        return render(request, template, context, status=422)
    try:
        amendment = actions.amend(
            order,
            entry.amended(),
            by=request.user,
            version=entry.version,
            reason=entry.form.cleaned_data["reason"],
        )
    except OrderStale as refusal:
        return ask(request, "orders/_overtaken.html", "#refusal", {"refusal": refusal})
    drafts.discard(request.user, _code(order))
    messages.success(request, _("The change is kept: look at what it means."))
    if not request.htmx:
        return redirect(amendment)
    happened = {"order-kept": {"card": amendment.get_absolute_url(), "paper": ""}}
    return HttpResponse(status=204, headers={"HX-Trigger": json.dumps(happened)})
