from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core.models import Attachment
from orders import actions
from orders.control.forms import Outcome, RemarkForm, SettleForm
from orders.control.page import ControlPage
from orders.control.querysets import CONTROL
from orders.control.vocabulary import Kind
from orders.models import ControlMark, WorkOrder

may_control = permission_required(CONTROL, raise_exception=True)


def _found(request, pk):
    return get_object_or_404(WorkOrder.objects.visible_to(request.user).with_people(), pk=pk)


def _kind(request) -> Kind:
    asked = request.POST.get("kind") or request.GET.get("kind") or Kind.PRELIMINARY
    if asked not in Kind.values:
        raise Http404
    return Kind(asked)


@require_GET
@may_control
def control(request):
    page = ControlPage(request.user, request.GET)
    return render(request, "orders/control.html", {"page": page})


@require_POST
@may_control
def pass_control(request, pk):
    """The row says who passed it; where no row waits, the order's page follows."""
    order, kind = _found(request, pk), _kind(request)
    mark = actions.pass_control(order, by=request.user, kind=kind)
    if request.htmx:
        return render(request, "orders/_marks.html", {"marks": [mark]})
    messages.success(request, _("Noted: no remarks."))
    return redirect(order)


@require_http_methods(["GET", "POST"])
@may_control
def remark(request, pk):
    order, kind = _found(request, pk), _kind(request)
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = RemarkForm(*typed, order=order)
    if form.is_valid():
        _keep(order, kind, form.cleaned_data, by=request.user)
        messages.success(request, _("The remark is kept."))
        return redirect(ControlPage(request.user, {"kind": kind}).url())
    context = {"order": order, "form": form, "kind": kind}
    return render(request, "orders/remark.html", context, status=422 if form.is_bound else 200)


def _keep(order, kind, typed, *, by):
    facts = {name: typed[name] for name in ("text", "photo", "position")}
    if typed["outcome"] == Outcome.BACK:
        return actions.remark_sends_back(order, by=by, kind=kind, **facts)
    if typed["outcome"] == Outcome.WORK:
        work = {"responsible": typed["responsible"], "due_on": typed["due_on"]}
        return actions.remark_becomes_work(order, by=by, kind=kind, **facts, **work)
    return actions.remark(order, by=by, kind=kind, **facts)


def _mark(request, pk):
    seen = ControlMark.objects.visible_to(request.user).with_people()
    return get_object_or_404(seen.select_related("order__client"), pk=pk)


@require_GET
def mark(request, pk):
    """One remark with its photo; whoever is to put it right may not see the order itself."""
    return _show(request, _mark(request, pk), SettleForm())


@require_POST
def settle_remark(request, pk):
    found, form = _mark(request, pk), SettleForm(request.POST)
    if not form.is_valid():
        return _show(request, found, form, status=422)
    actions.settle_remark(found, by=request.user, note=form.cleaned_data["note"])
    messages.success(request, _("Put right: who made the remark is told."))
    return redirect("today")


def _show(request, found, form, status=200):
    context = {
        "mark": found,
        "form": form,
        "photos": Attachment.objects.of(found),
        "may_settle": found.is_open
        and (found.responsible_id == request.user.pk or request.user.has_perm(CONTROL)),
        "sees_order": request.user.has_perm("orders.view_workorder"),
    }
    return render(request, "orders/mark.html", context, status=status)


@require_GET
def marks(request, pk):
    """The part of an order's page that tells of its controls."""
    order = _found(request, pk)
    context = {"order": order, "marks": order.control_marks.with_people()}
    template = "orders/_order_marks.html" if request.htmx else "orders/marks.html"
    return render(request, template, context)
