from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Count, Prefetch, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sales.deals.lifecycle import DealStatus
from sales.models import ProcessVersion, SaleProcess
from sales.processes import actions
from sales.processes.forms import ProcessForm, StageFormSet

may_change = permission_required(actions.CHANGE, raise_exception=True)


@require_GET
@may_change
def processes(request):
    versions = ProcessVersion.objects.order_by("-number").prefetch_related("stages")
    found = SaleProcess.objects.order_by("-is_active", "ordering", "name")
    rows = found.prefetch_related(Prefetch("versions", versions)).annotate(
        open_count=Count("deals", filter=Q(deals__status=DealStatus.OPEN))
    )
    return render(request, "sales/processes/processes.html", {"processes": rows})


@require_http_methods(["GET", "POST"])
@may_change
def add_process(request):
    return _form(request, SaleProcess())


@require_http_methods(["GET", "POST"])
@may_change
def process(request, pk):
    return _form(request, get_object_or_404(SaleProcess, pk=pk))


def _form(request, process):
    typed = request.POST if request.method == "POST" else None
    form = ProcessForm(typed, process=process)
    version = process.newest if process.pk else None
    stages = StageFormSet(typed, initial=_initial(version), prefix="stages")
    if typed is not None and form.is_valid() and stages.is_valid():
        name = form.cleaned_data["name"]
        kept = actions.keep_process(process, name=name, stages=stages.content(), by=request.user)
        said = _("Kept: version %(number)s. Deals that run stay on theirs.")
        messages.success(request, said % {"number": kept.number})
        return redirect("sales:processes")
    context = {
        "process": process,
        "form": form,
        "stages": stages,
        "version": version,
        "in_use": bool(version and actions.is_in_use(version)),
    }
    status = 422 if typed is not None else 200
    return render(request, "sales/processes/process.html", context, status=status)


def _initial(version):
    if version is None:
        return []
    stages = version.stages.prefetch_related("tasks__template")
    return [vars(actions.said_of(stage)) for stage in stages]


@require_POST
@may_change
def switch_process(request, pk):
    switched = actions.switch_process(get_object_or_404(SaleProcess, pk=pk), by=request.user)
    said = _("In use again.") if switched.is_active else _("Switched off: its deals go on.")
    messages.success(request, said)
    return redirect("sales:processes")
