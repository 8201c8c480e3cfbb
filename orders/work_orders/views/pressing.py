"""The order screen: shown with what was typed before, and answered when a button is pressed."""

import json
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse

from clients.actions import announced
from company.models import Approval
from core import documents, drafts
from orders.models import WorkOrder
from orders.work_orders.actions.keep import FormSpent, LikelyDuplicates
from orders.work_orders.actions.stale import OrderStale
from orders.work_orders.entry import OrderEntry
from orders.work_orders.lifecycle import Status

TAKEN, CALCULATED = "work_order", "calculation"  # the paper that follows the press


def screen(request, data, *, draft_code, order=None):
    """`data` where nothing was typed before; a draft that has become an order is forgotten."""
    draft = drafts.find(request.user, draft_code)
    entry = OrderEntry(kept(draft), by=request.user) if draft else None
    if entry and (entry.is_blank or (order is None and _is_taken(entry))):
        drafts.discard(request.user, draft_code)
        entry = None
    context = {
        "entry": entry or OrderEntry(data, by=request.user),
        "restored_at": draft.saved_at if entry else None,
        "draft_code": draft_code,
        "order": order,
    }
    return render(request, "orders/new.html", context)


def kept(draft):
    data = QueryDict(mutable=True)
    for name, values in draft.content.items():
        data.setlist(name, values)
    return data


def _is_taken(entry) -> bool:
    token = entry.form.cleaned_data.get("token")
    return isinstance(token, UUID) and WorkOrder.objects.filter(form_token=token).exists()


def press(request, verb, *, is_accepting=False):
    """Read the screen and do `verb(entry, by)`: answer where to go, or what is wrong and where."""
    entry = OrderEntry(request.POST, by=request.user, is_accepting=is_accepting)
    if not entry.is_valid():
        return _again(request, entry)
    try:
        order = verb(entry, request.user)
    except LikelyDuplicates as refusal:
        context = {"clients": announced(refusal.clients, request.user)}
        return ask(request, "orders/_duplicates.html", "#client-notice", context)
    except (FormSpent, OrderStale) as refusal:
        return ask(request, "orders/_overtaken.html", "#refusal", {"refusal": refusal})
    drafts.discard(request.user, request.POST.get("draft", ""))
    return _done(request, order)


def _again(request, entry):
    context = {
        "entry": entry,
        "checked": True,
        "draft_code": request.POST.get("draft") or "orders.new",
        "order": entry.form.cleaned_data.get("order"),
    }
    template = "orders/_form.html" if request.htmx else "orders/new.html"
    return render(request, template, context, status=422)


def ask(request, template, place, context):
    response = render(request, template, context, status=409)
    response["HX-Retarget"], response["HX-Reswap"] = place, "innerHTML"
    return response


def _done(request, order):
    """The script opens the paper and goes on to the order's page, where a link to it stands too,
    for browsers that open nothing by themselves."""
    kind = CALCULATED if order.status == Status.CALCULATION else TAKEN
    paper = tell(request, order, kind)
    if not request.htmx:
        return redirect(order)
    opens = paper if kind == TAKEN else ""
    happened = {"order-kept": {"card": order.get_absolute_url(), "paper": opens}}
    return HttpResponse(status=204, headers={"HX-Trigger": json.dumps(happened)})


def tell(request, order, kind) -> str:
    """A message with a link to the latest paper of this kind; answers its address."""
    paper = documents.latest(kind, order)
    address = reverse("core:document", args=[paper.pk]) if paper else ""
    is_taken = kind == TAKEN
    waits = not is_taken and Approval.objects.waiting().of(order).exists()
    context = {"order": order, "paper": address, "is_taken": is_taken, "waits": waits}
    messages.success(request, render_to_string("orders/_kept.html", context))
    return address
