from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import retarget

from core import registry
from core.models import Attachment
from interactions import actions, worklist
from interactions.forms import ResultForm
from interactions.forms.fields import REMINDERS
from interactions.moments import moments, snoozes
from interactions.views.reach import may_hold, may_see, seen_or_404

LIST_TARGET, NEXT_TARGET = "worklist", "following"


@require_GET
@may_see
def calls(request):
    """What is to be said to clients, worked through from the top."""
    context = _worklist(request)
    return render(request, "interactions/calls.html", context)


def _worklist(request, done=None):
    """`opened` is the call that stands open. Each new list has a name of its own for the group of
    its calls, or the old list's open one would close the new one."""
    reason = request.GET.get("reason", "")
    return {
        "groups": worklist.groups(request.user, reason),
        "reasons": worklist.reasons(request.user),
        "reason_shown": reason,
        "name": f"calls-{done.pk}-{done.attempts}-{done.status}" if done else "calls",
        "done": done,
        "opened": None,
        "target": LIST_TARGET,
    }


@require_GET
@may_see
def following(request):
    """Today's and overdue calls on one screen, one after the other; `after` skips one."""
    skipped = request.GET.get("after", "")
    after = seen_or_404(request, int(skipped)) if skipped.isdecimal() else None
    context = _next(request, after)
    template = "interactions/_following.html" if request.htmx else "interactions/following.html"
    return render(request, template, context)


def _next(request, after=None, done=None):
    reason = request.GET.get("reason", "")
    call = worklist.following(request.user, reason, after)
    reasons = worklist.reasons(request.user)
    context = {
        "reasons": reasons,
        "reason_shown": reason,
        "left": sum(each.count for each in reasons if reason in {"", each.code}),
        "done": done,
        "target": NEXT_TARGET,
    }
    if call is None:
        return context | {"call": None}
    last = worklist.last_dealings(call)
    return context | opened(request, call) | {"last_dealings": last}


@require_GET
@may_see
def card(request, pk):
    call = seen_or_404(request, pk)
    template = "interactions/_call.html" if request.htmx else "interactions/card.html"
    return render(request, template, opened(request, call) | {"target": LIST_TARGET})


def opened(request, call, form=None):
    """What an opened call shows; one that is not owed any more is settled on the way."""
    actions.drop_unless_due(call)
    reason = call.owed_call_reason
    files = Attachment.objects.of(call).filter(removed_at=None)
    return {
        "call": call,
        "reason": reason,
        "script": reason.script(call) if reason and call.is_planned else "",
        "subject": call.subject_for(request.user),
        "steps": call.steps.select_related("by"),
        "participants": call.participants.select_related("employee", "person"),
        "files": list(files),
        "panels": registry.panels("interactions.interaction", call, request.user),
        "form": form or ResultForm(call=call),
        "moments": moments() if call.is_planned else [],
        "reminder": call.reminders.filter(employee=request.user).first(),
        "snoozes": snoozes(),
        "remind_choices": REMINDERS,
    }


@require_POST
@may_hold
def hold(request, pk):
    call = seen_or_404(request, pk)
    form = ResultForm(request.POST, call=call)
    if not form.is_valid():
        template = "interactions/_call.html" if request.htmx else "interactions/card.html"
        context = opened(request, call, form) | {"target": request.htmx.target or LIST_TARGET}
        answer = render(request, template, context, status=422)
        return retarget(answer, f"#call-{call.pk}")
    return _settled(request, call, actions.hold, **form.content())


@require_POST
@may_hold
def drop(request, pk):
    call = seen_or_404(request, pk)
    note = ResultForm(request.POST, call=call)
    note.is_valid()
    return _settled(request, call, actions.drop, note=note.cleaned_data.get("note", ""))


@require_POST
@may_hold
def reopen(request, pk):
    return _settled(request, seen_or_404(request, pk), actions.reopen)


def _settled(request, call, verb, **content):
    """Back to where it was recorded: the list with the next one opened, the next one alone, or the
    call's own page."""
    target = request.htmx.target if request.htmx else ""
    if target == NEXT_TARGET:
        done = verb(call, by=request.user, **content)
        after = call if verb is not actions.reopen else None
        return render(request, "interactions/_following.html", _next(request, after, done))
    if target == LIST_TARGET:
        return _next_in_list(request, call, verb, content)
    verb(call, by=request.user, **content)
    messages.success(request, _("Recorded."))
    if request.POST.get("recorded_at") == NEXT_TARGET:  # pressed before the page's script was ready
        return redirect(f"{reverse('interactions:following')}?after={call.pk}")
    return redirect(call)


def _next_in_list(request, call, verb, content):
    shown = worklist.groups(request.user, request.GET.get("reason", ""))
    next_pk = worklist.next_after(shown, call.pk)
    done = verb(call, by=request.user, **content)
    if not next_pk and done.is_planned and verb is actions.reopen:
        next_pk = done.pk
    context = _worklist(request, done)
    if next_pk:
        context |= opened(request, seen_or_404(request, next_pk)) | {"opened": next_pk}
    return render(request, "interactions/_worklist.html", context)
