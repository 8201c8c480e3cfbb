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
from sales.models import Forecast
from sales.plan import actions
from sales.plan.cells import sellers
from sales.plan.compared import back, difference
from sales.plan.forecasting import awaited, month_of, summed
from sales.plan.forms import ForecastForm
from sales.plan.grounds import expected
from sales.plan.lifecycle import CHANGE, SEE

may_see = permission_required(SEE, raise_exception=True)
SHOWN = 60


def asked_for(request):
    """The month, the manager, and among whom one may choose."""
    this_month = clock.today().replace(day=1)
    month = month_of(request.GET.get("month", ""), this_month)
    people = list(sellers().filter(within(request.user, "pk")).distinct())
    chosen = request.GET.get("manager", "")
    if chosen.isdecimal():
        seen = Employee.objects.people().filter(within(request.user, "pk"))
        return month, get_object_or_404(seen, pk=chosen), people
    mine = next((each for each in people if each.pk == request.user.pk), None)
    return month, mine or next(iter(people), request.user), people


def address(month, manager) -> str:
    return f"{reverse('sales:forecast')}?month={month:%Y-%m}&manager={manager.pk}"


@require_GET
@may_see
def forecast(request):
    return _shown(request, *asked_for(request))


def _shown(request, month, manager, people, form=None):
    kept = Forecast.objects.filter(month=month, manager=manager).first()
    lines = expected(month, [manager.pk])
    sums, today = summed(lines, kept), clock.today()
    is_over = back(today, 0) > month
    initial = {} if kept is None else _said(kept)
    context = {
        "month": month,
        "months": [back(today, -1), back(today, 0), back(today, 1), back(today, 2)],
        "manager": manager,
        "people": people,
        "kept": kept,
        "sums": sums,
        "awaited": awaited(lines),
        "lines": [] if is_over else lines[:SHOWN],
        "more": max(len(lines) - SHOWN, 0),
        "is_over": is_over,
        "found": difference(request.user, month, manager.pk),
        "may_adjust": _may_adjust(request.user, manager, kept) and not is_over,
        "form": form or ForecastForm(initial=initial),
        "query": f"month={month:%Y-%m}&manager={manager.pk}",
    }
    status = 422 if form else 200
    return render(request, "sales/plan/forecast.html", context, status=status)


def _said(kept):
    said = {"new": kept.adjusted_new, "regular": kept.adjusted_regular, "remark": kept.remark}
    return {name: value for name, value in said.items() if value is not None}


def _may_adjust(user, manager, kept):
    is_frozen = kept is not None and kept.is_frozen
    return not is_frozen and (user == manager or user.has_perm(CHANGE))


@require_POST
@may_see
def adjust_forecast(request):
    month, manager, people = asked_for(request)
    if manager != request.user and not request.user.has_perm(CHANGE):
        raise Http404
    form = ForecastForm(request.POST)
    if not form.is_valid():
        return _shown(request, month, manager, people, form)
    actions.adjust_forecast(month, manager, by=request.user, **form.cleaned_data)
    messages.success(request, _("The forecast is corrected."))
    return redirect(address(month, manager))
