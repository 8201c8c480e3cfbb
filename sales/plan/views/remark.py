from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from company.models import Employee
from company.scope import within
from core import clock
from sales.models import PlanRemark, SalesPlan
from sales.plan import actions
from sales.plan.actions.remark import RemarkContent
from sales.plan.around import months_around
from sales.plan.cells import grid
from sales.plan.compared import difference
from sales.plan.forecasting import month_of
from sales.plan.forms import CorrectForm, RemarkForm
from sales.plan.lifecycle import CHANGE, SEE

may_see = permission_required(SEE, raise_exception=True)
may_change = permission_required(CHANGE, raise_exception=True)


def asked_for(request) -> tuple[date, Employee]:
    """`?month=2026-11&manager=5`, of those whose plan this person sees; oneself where nobody is
    named."""
    month = month_of(request.GET.get("month", ""), clock.today().replace(day=1))
    pk = request.GET.get("manager", "")
    pk = int(pk) if pk.isdecimal() else request.user.pk
    seen = Employee.objects.people().filter(within(request.user, "pk"))
    return month, get_object_or_404(seen.select_related("role"), pk=pk)


def address(month, manager) -> str:
    return f"{reverse('sales:plan_difference')}?month={month:%Y-%m}&manager={manager.pk}"


@require_GET
@may_see
def plan_difference(request):
    """A difference of a manager's month: what surrounds it, and what is done about it."""
    month, manager = asked_for(request)
    return _shown(request, month, manager)


def _shown(request, month, manager, status=200, **forms):
    in_force = SalesPlan.objects.in_force(month.year)
    rows = grid(in_force, request.user, manager.pk).rows if in_force else []
    remarks = PlanRemark.objects.visible_to(request.user).filter(month=month, manager=manager)
    context = {
        "month": month,
        "manager": manager,
        "plan": in_force,
        "found": difference(request.user, month, manager.pk),
        "around": months_around(request.user, month, manager.pk),
        "remarks": remarks.with_people(),
        "may_change": request.user.has_perm(CHANGE),
        "remark_form": RemarkForm(),
        "correct_form": CorrectForm(rows=rows) if rows else None,
        "query": f"month={month:%Y-%m}&manager={manager.pk}",
        **forms,
    }
    return render(request, "sales/plan/plan_difference.html", context, status=status)


@require_POST
@may_change
def set_plan_remark(request):
    month, manager = asked_for(request)
    form = RemarkForm(request.POST)
    if not form.is_valid():
        return _shown(request, month, manager, 422, remark_form=form)
    content = RemarkContent(month, manager, **form.cleaned_data)
    remark = actions.set_plan_remark(content, by=request.user)
    messages.success(request, _("The task is set: %(who)s is asked.") % {"who": manager})
    return redirect(remark)


@require_POST
@may_change
def correct_plan(request):
    month, manager = asked_for(request)
    in_force = SalesPlan.objects.in_force(month.year)
    if in_force is None:
        raise Http404
    rows = grid(in_force, request.user, manager.pk).rows
    form = CorrectForm(request.POST, rows=rows)
    if not form.is_valid():
        return _shown(request, month, manager, 422, correct_form=form)
    corrected = actions.correct_plan(
        in_force, by=request.user, month=month.month, **form.cleaned_data
    )
    messages.success(request, _("%(plan)s is in force.") % {"plan": corrected})
    return redirect(address(month, manager))


def found(request, pk):
    seen = PlanRemark.objects.visible_to(request.user).with_people()
    return get_object_or_404(seen, pk=pk)


@require_GET
@may_see
def plan_remark(request, pk):
    remark = found(request, pk)
    context = {
        "remark": remark,
        "now": difference(request.user, remark.month, remark.manager_id),
        "offers": {offer.step for offer in remark.offers(request.user)},
        "steps": remark.steps.select_related("by"),
        "difference_url": address(remark.month, remark.manager),
    }
    return render(request, "sales/plan/plan_remark.html", context)


@require_POST
@may_see
def understand_plan_remark(request, pk):
    remark = actions.understand_plan_remark(found(request, pk), by=request.user)
    messages.success(request, _("The director knows that you have understood."))
    return redirect(remark)


@require_POST
@may_change
def close_plan_remark(request, pk):
    remark = actions.close_plan_remark(found(request, pk), by=request.user)
    messages.success(request, _("Closed."))
    return redirect(remark)
