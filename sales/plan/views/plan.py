from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.db.models import Sum
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import clock
from core.errors import Refused
from core.money import ZERO
from orders.money.fields import MoneyField
from sales.models import SalesPlan
from sales.plan import actions
from sales.plan.cells import Row, grid, month_names
from sales.plan.forms import AddPlanForm
from sales.plan.lifecycle import CHANGE, SEE
from sales.plan.versions import changed_rows

may_see = permission_required(SEE, raise_exception=True)
may_change = permission_required(CHANGE, raise_exception=True)
CELL = "cell:"


def found(request, pk):
    return get_object_or_404(SalesPlan.objects.visible_to(request.user), pk=pk)


@require_GET
@may_see
def plans(request):
    """Every version of every year, the newest first."""
    seen = SalesPlan.objects.visible_to(request.user).select_related("made_by", "made_from")
    listed = list(seen.annotate(total=Sum("lines__amount", default=ZERO)))
    in_force = {}
    for each in listed:
        if each.is_accepted:
            in_force.setdefault(each.year, each.pk)
    context = {"plans": listed, "in_force": set(in_force.values())}
    return render(request, "sales/plan/plans.html", context)


@require_http_methods(["GET", "POST"])
@may_change
def add_plan(request):
    initial = {"year": clock.today().year + (clock.today().month > 9)}
    form = AddPlanForm(request.POST or None, initial=initial)
    if form.is_valid():
        return redirect(actions.draft_plan(form.content(), by=request.user))
    status = 422 if form.is_bound else 200
    return render(request, "sales/plan/add_plan.html", {"form": form}, status=status)


@require_GET
@may_see
def plan(request, pk):
    opened = found(request, pk)
    chosen = request.GET.get("manager", "")
    whole = grid(opened, request.user)
    shown = grid(opened, request.user, int(chosen)) if chosen.isdecimal() else whole
    others = SalesPlan.objects.visible_to(request.user).filter(year=opened.year)
    context = {
        "plan": opened,
        "grid": shown,
        "people": [manager for manager, _rows, _sum in whole.by_manager()],
        "chosen": chosen,
        "months": month_names(opened.year),
        "may_write": opened.is_draft and request.user.has_perm(CHANGE),
        "offers": opened.offers(request.user),
        "others": others.exclude(pk=pk),
        "steps": opened.steps.select_related("by"),
    }
    return render(request, "sales/plan/plan.html", context)


@require_POST
@may_change
def write_plan(request, pk):
    """The cells that were typed; answers the sums that change with them."""
    opened, cells = found(request, pk), _typed(request.POST)
    actions.write_plan(opened, by=request.user, cells=cells)
    whole = grid(opened, request.user)
    rows = [row for row in whole.rows if row.key in {key for key, _month in cells}]
    managers = {row.manager for row in rows}
    context = {
        "grid": whole,
        "rows": rows,
        "managers": [each for each in whole.by_manager() if each[0] in managers],
    }
    return render(request, "sales/plan/_sums.html", context)


def _typed(posted) -> dict:
    """`cell:12-0-new:3=1 000`: row, month and sum."""
    field, cells = MoneyField(required=False), {}
    for name, value in posted.items():
        if not name.startswith(CELL):
            continue
        _cell, key, month = [*name.split(":"), ""][:3]
        row = Row.read(key)
        if row is None or not month.isdecimal():
            raise Refused(_("This plan has no such cell."))
        try:
            cells[row, int(month)] = field.clean(value) or ZERO
        except ValidationError as fault:
            raise Refused(fault.messages[0]) from None
    return cells


@require_POST
@may_change
def accept_plan(request, pk):
    accepted = actions.accept_plan(found(request, pk), by=request.user)
    messages.success(request, _("The plan is in force."))
    return redirect(accepted)


@require_POST
@may_change
def drop_plan(request, pk):
    actions.drop_plan(found(request, pk), by=request.user)
    messages.success(request, _("The draft is dropped."))
    return redirect("sales:plans")


@require_POST
@may_change
def copy_plan(request, pk):
    return redirect(actions.copy_plan(found(request, pk), by=request.user))


@require_GET
@may_see
def compare_plans(request, pk):
    """Only the rows that differ."""
    newer = found(request, pk)
    others = SalesPlan.objects.visible_to(request.user).filter(year=newer.year)
    chosen = request.GET.get("with", "")
    older = others.filter(pk=chosen).first() if chosen.isdecimal() else None
    older = older or others.filter(number__lt=newer.number).order_by("-number").first()
    context = {
        "plan": newer,
        "older": older,
        "others": others.exclude(pk=pk),
        "months": month_names(newer.year),
        "rows": changed_rows(older, newer, request.user) if older else [],
    }
    return render(request, "sales/plan/compare_plans.html", context)
