from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tasks import actions
from tasks.models import RecurringTask
from tasks.recurring_form import RecurringForm

may_rule = permission_required("tasks.change_recurringtask", raise_exception=True)


@require_GET
@may_rule
def recurring(request):
    rules = RecurringTask.objects.with_all()
    return render(request, "tasks/recurring.html", {"rules": rules})


@require_http_methods(["GET", "POST"])
@may_rule
def add_recurring(request):
    return _form(request, RecurringTask(author=request.user))


@require_http_methods(["GET", "POST"])
@may_rule
def edit_recurring(request, pk):
    return _form(request, get_object_or_404(RecurringTask, pk=pk))


def _form(request, rule):
    form = RecurringForm(request.POST or None, instance=rule)
    if form.is_valid():
        actions.keep_recurring(form, by=request.user)
        messages.success(request, _("Saved."))
        return redirect("tasks:recurring")
    context = {"form": form, "rule": rule}
    return render(request, "tasks/edit_recurring.html", context, status=422 if form.errors else 200)


@require_POST
@may_rule
def switch_recurring(request, pk):
    rule = actions.switch_recurring(get_object_or_404(RecurringTask, pk=pk), by=request.user)
    said = _("The tasks are set again from tomorrow.") if rule.is_active else _("Switched off.")
    messages.success(request, said)
    return redirect("tasks:recurring")
