from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from interactions import actions
from interactions.forms import CancelForm, MoveForm, RemindForm, SnoozeForm
from interactions.views.reach import may_hold, seen_or_404


@require_http_methods(["GET", "POST"])
@may_hold
def move(request, pk):
    call = seen_or_404(request, pk)
    form = MoveForm(request.POST or None, initial=MoveForm.of(call))
    if request.method == "POST" and form.is_valid():
        actions.move(call, by=request.user, **form.cleaned_data)
        messages.success(request, _("Moved."))
        return redirect(call)
    return _asked(request, "interactions/move.html", call, form)


@require_http_methods(["GET", "POST"])
@may_hold
def cancel(request, pk):
    call = seen_or_404(request, pk)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.cancel(call, by=request.user, **form.cleaned_data)
        messages.success(request, _("Cancelled."))
        return redirect(call)
    return _asked(request, "interactions/cancel.html", call, form)


def _asked(request, template, call, form):
    status = 422 if form.errors else 200
    return render(request, template, {"call": call, "form": form}, status=status)


@require_POST
@may_hold
def remind(request, pk):
    call = seen_or_404(request, pk)
    form = RemindForm(request.POST)
    if form.is_valid():
        actions.remind(call, by=request.user, minutes_before=form.cleaned_data["remind_before"])
        messages.success(request, _("Recorded."))
    return redirect(call)


@require_POST
@may_hold
def snooze(request, pk):
    call = seen_or_404(request, pk)
    reminder = get_object_or_404(call.reminders, employee=request.user)
    form = SnoozeForm(request.POST)
    if form.is_valid():
        actions.snooze(reminder, by=request.user, until=form.cleaned_data["until"])
        messages.success(request, _("You will be reminded again."))
    return redirect(call)
