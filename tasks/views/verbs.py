from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from company.forms import DeclineForm, HandOverForm
from company.views.hands import asked
from tasks import actions
from tasks.fields import written
from tasks.forms import (
    CancelForm,
    ContentForm,
    FinishForm,
    RemarkForm,
)
from tasks.lifecycle import LIFE, SEE, Step
from tasks.views.page import found

may_see = permission_required(SEE, raise_exception=True)
asking = require_http_methods(["GET", "POST"])


def typed(request):
    """An empty form is sent all the same."""
    return request.POST if request.method == "POST" else None


@require_POST
@may_see
def begin(request, pk):
    task = actions.begin(found(request, pk), by=request.user)
    messages.success(request, _("The task is in work."))
    return redirect(task)


@require_POST
@may_see
def finish(request, pk):
    form = FinishForm(request.POST)
    form.is_valid()
    note = form.cleaned_data.get("note", "")
    task = actions.finish(found(request, pk), by=request.user, note=note)
    said = _("Done.") if task.is_own else _("Done: the author is asked to accept it.")
    messages.success(request, said)
    return redirect(task)


@require_POST
@may_see
def accept(request, pk):
    task = actions.accept(found(request, pk), by=request.user)
    messages.success(request, _("Accepted."))
    return redirect(task)


@asking
@may_see
def return_for_rework(request, pk):
    return _ask(request, pk, Step.RETURN, RemarkForm(typed(request)), _("Returned."))


@asking
@may_see
def decline(request, pk):
    said = _("Declined: the author decides what next.")
    return _ask(request, pk, Step.DECLINE, DeclineForm(typed(request)), said)


@asking
@may_see
def readdress(request, pk):
    form = HandOverForm(typed(request), by=request.user, right=SEE)
    return _ask(request, pk, Step.READDRESS, form, _("Readdressed."))


@asking
@may_see
def cancel(request, pk):
    return _ask(request, pk, Step.CANCEL, CancelForm(typed(request)), _("The task is cancelled."))


@asking
@may_see
def edit(request, pk):
    task = found(request, pk)
    names = ContentForm.base_fields
    kept = {name: getattr(task, name) for name in names}
    kept |= {name: written(kept[name]) for name in ("deadline", "remind_at")}
    form = ContentForm(typed(request), initial=kept)
    return _ask(request, pk, Step.EDIT, form, _("Saved."), template="tasks/edit.html")


def _ask(request, pk, step, form, said, **page):
    """The page of a step that asks for more than a press; its verb gets what was typed."""
    task = found(request, pk)
    if not LIFE.may(task, step, request.user):
        raise PermissionDenied
    if form.is_valid():
        task = getattr(actions, step.value)(task, by=request.user, **form.cleaned_data)
        messages.success(request, said)
        return redirect(task)
    return asked(request, task, task.title, form, step.label, **page)
