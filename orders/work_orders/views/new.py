"""Taking an order on one screen: what is wanted, what it costs, and the press of a button."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from clients.models import Client
from core.errors import Refused
from orders import actions
from orders.models import WorkOrder
from orders.work_orders import typed
from orders.work_orders.entry import MOST_LINES, OrderEntry, indexes
from orders.work_orders.lifecycle import Status
from orders.work_orders.views.pressing import TAKEN, press, screen, tell

may_add = permission_required("orders.add_workorder", raise_exception=True)
may_change = permission_required("orders.change_workorder", raise_exception=True)
may_accept = permission_required("orders.accept_workorder", raise_exception=True)


@require_http_methods(["GET", "POST"])
@may_add
def new(request):
    """POST keeps a calculation. `?client=17` is whose order it is, `?ground=sales.deal-5` what it
    is taken for: a row of an app above."""
    if request.method == "POST":
        return press(request, _calculate)
    wanted = request.GET.get("client", "")
    if not wanted.isdigit():
        return screen(request, typed.blank(), draft_code="orders.new")
    client = get_object_or_404(Client.objects.visible_to(request.user), pk=wanted)
    ground = request.GET.get("ground", "")[:80]
    draft_code = f"orders.new.{client.pk}.{ground}".rstrip(".")
    return screen(request, typed.blank(client=client.pk, ground=ground), draft_code=draft_code)


def _calculate(entry, by):
    data = entry.form.cleaned_data
    said = {"token": data["token"], "signature": data["signature"]}
    return actions.calculate(entry.content(), by=by, **said)


@require_http_methods(["GET", "POST"])
@may_change
def edit(request, pk):
    orders = WorkOrder.objects.visible_to(request.user).select_related("client")
    order = get_object_or_404(orders.prefetch_related("positions"), pk=pk)
    if request.method == "POST":
        return press(request, lambda entry, by: _edit(order, entry, by))
    if order.status != Status.CALCULATION:
        return redirect(order)
    return screen(request, typed.of(order), draft_code=f"orders.edit.{pk}", order=order)


def _edit(order, entry, by):
    said = {"version": entry.version, "signature": entry.form.cleaned_data["signature"]}
    return actions.edit(order, entry.content(), by=by, **said)


@require_POST
@may_accept
def take(request):
    """Keep, accept and take the prepayment at one press; a calculation is named by `order`."""
    return press(request, _take, is_accepting=True)


def _take(entry, by):
    """What needs a decision is kept and asked for; it is accepted once it is approved."""
    data = entry.form.cleaned_data
    if entry.waits:
        order = data["order"]
        return _edit(order, entry, by) if order else _calculate(entry, by)
    return actions.take(
        entry.content(),
        by=by,
        token=data["token"],
        prepayment=entry.form.prepayment(),
        signature=data["signature"],
        order=data["order"],
        version=entry.version,
    )


@require_POST
@may_accept
def accept(request, pk):
    """A calculation as it was kept; `version` is the one that the person saw."""
    order = get_object_or_404(WorkOrder.objects.visible_to(request.user), pk=pk)
    seen = request.POST.get("version", "")
    accepted = actions.accept(order, by=request.user, version=int(seen) if seen.isdigit() else None)
    tell(request, accepted, TAKEN)
    return redirect(accepted)


@require_POST
@may_add
def quote(request):
    """Prices, pictures and the date of what stands on the screen, as parts swapped by their ids."""
    entry = OrderEntry(request.POST, by=request.user)
    entry.complain_of_prepayment()
    return render(request, "orders/_quote.html", {"entry": entry})


@require_POST
@may_add
def add_line(request):
    """One more line: empty, or a copy of the line named by `copy`."""
    data = request.POST.copy()
    taken = indexes(data)
    if len(taken) == MOST_LINES:
        sentence = _("An order has up to %(most)s positions: take the rest as another order.")
        raise Refused(sentence % {"most": MOST_LINES})
    index = max(taken, default=-1) + 1
    copied = data.get("copy", "")
    if copied.isdigit():
        typed.copy_line(data, int(copied), index)
    return HttpResponse(OrderEntry(data, by=request.user).line(index).html)
