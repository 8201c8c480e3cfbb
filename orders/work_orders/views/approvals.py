from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from orders import actions, panels
from orders.models import WorkOrder
from orders.work_orders.lifecycle import HAND_OVER_RIGHT
from orders.work_orders.moves import moves
from orders.work_orders.papers import newest_papers_of
from orders.work_orders.verb_forms import AskDebtForm
from orders.work_orders.views.card import rights


@require_GET
@permission_required("orders.see_prices", raise_exception=True)
def approvals(request, pk):
    """Polled by the order's page: 204 as long as the same questions wait."""
    seen = WorkOrder.objects.visible_to(request.user).with_card_facts()
    order = get_object_or_404(seen, pk=pk)
    panel = panels.approvals(order, request.user)
    if not request.htmx:
        return render(request, "orders/approvals.html", {"order": order, "panel": panel})
    waiting = ",".join(str(pk) for pk in panel["waiting"]) if panel else ""
    if waiting and waiting == request.GET.get("waiting"):
        return HttpResponse(status=204)
    context = {
        "panel": panel or {"order": order, "approvals": [], "waiting": []},
        "order": order,
        "may": rights(request.user),
        "moves": moves(order, request.user),
        "papers": newest_papers_of(order, request.user),
    }
    return render(request, "orders/_answered.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(HAND_OVER_RIGHT, raise_exception=True)
def ask_debt(request, pk):
    order = get_object_or_404(WorkOrder.objects.visible_to(request.user), pk=pk)
    form = AskDebtForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.ask_debt(order, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("A director is asked: the answer comes to this page."))
        return redirect(order)
    context = {"order": order, "form": form}
    return render(request, "orders/ask_debt.html", context, status=422 if form.errors else 200)
