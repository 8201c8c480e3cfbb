from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import retarget

from clients.models import Client
from core import lists, registry
from interactions import actions, worklist
from interactions.forms import AddForm, ResultForm
from interactions.lists import InteractionList
from interactions.moments import moments

may_see = permission_required("interactions.view_interaction", raise_exception=True)
may_hold = permission_required("interactions.hold_interaction", raise_exception=True)
LIST_TARGET = "worklist"


def seen_or_404(request, pk):
    seen = worklist.seen_by(request.user).prefetch_related("client__phones")
    return get_object_or_404(seen, pk=pk)


@require_GET
def index(request):
    return lists.respond(request, InteractionList)


@require_GET
@may_see
def calls(request):
    """What is to be said to clients, worked through from the top."""
    return render(request, "interactions/calls.html", _worklist(request.user))


def _worklist(user, done=None):
    """`opened` is the call that stands open. Each new list has a name of its own for the group of
    its calls, or the old list's open one would close the new one."""
    name = f"calls-{done.pk}-{done.attempts}-{done.status}" if done else "calls"
    return {"groups": worklist.groups(user), "name": name, "done": done, "opened": None}


@require_GET
@may_see
def card(request, pk):
    call = seen_or_404(request, pk)
    template = "interactions/_call.html" if request.htmx else "interactions/card.html"
    return render(request, template, _opened(request, call))


def _opened(request, call, form=None):
    """What an opened call shows; one that is not owed any more is settled on the way."""
    actions.drop_unless_due(call)
    reason = call.owed_call_reason
    return {
        "call": call,
        "reason": reason,
        "script": reason.script(call) if reason and call.is_planned else "",
        "subject": call.subject_for(request.user),
        "steps": call.steps.select_related("by"),
        "panels": registry.panels("interactions.interaction", call, request.user),
        "form": form or ResultForm(),
        "moments": moments() if call.is_planned else [],
    }


@require_POST
@may_hold
def hold(request, pk):
    call = seen_or_404(request, pk)
    form = ResultForm(request.POST)
    if not form.is_valid():
        template = "interactions/_call.html" if request.htmx else "interactions/card.html"
        answer = render(request, template, _opened(request, call, form), status=422)
        return retarget(answer, f"#call-{call.pk}")
    return _settled(request, call, actions.hold, **form.cleaned_data)


@require_POST
@may_hold
def drop(request, pk):
    note = ResultForm(request.POST)
    note.is_valid()
    call = seen_or_404(request, pk)
    return _settled(request, call, actions.drop, note=note.cleaned_data.get("note", ""))


@require_POST
@may_hold
def reopen(request, pk):
    return _settled(request, seen_or_404(request, pk), actions.reopen)


def _settled(request, call, verb, **content):
    """From the list of calls, the list again with the next one opened; else the call's own page."""
    if not request.htmx or request.htmx.target != LIST_TARGET:
        verb(call, by=request.user, **content)
        messages.success(request, _("Recorded."))
        return redirect(call)
    next_pk = worklist.next_after(worklist.groups(request.user), call.pk)
    done = verb(call, by=request.user, **content)
    if not next_pk and done.is_planned and verb is actions.reopen:
        next_pk = done.pk
    context = _worklist(request.user, done)
    if next_pk:
        context |= {"opened": next_pk, **_opened(request, seen_or_404(request, next_pk))}
    return render(request, "interactions/_worklist.html", context)


@require_http_methods(["GET", "POST"])
@may_hold
def add(request, client_pk):
    client = get_object_or_404(Client.objects.visible_to(request.user), pk=client_pk)
    about = _about(request)
    form = AddForm(request.POST or None, initial={"responsible": request.user.pk})
    if request.method == "POST" and form.is_valid():
        content = {**form.cleaned_data, "about": about}
        actions.register(client, by=request.user, **content)
        messages.success(request, _("Recorded."))
        return redirect(about or client)
    context = {"form": form, "client": client, "about": about}
    status = 422 if form.errors else 200
    return render(request, "interactions/add.html", context, status=status)


def _about(request):
    """`?about=orders.workorder-17`: the row that is spoken of, if this person may see it."""
    label, _dash, pk = request.GET.get("about", "").rpartition("-")
    if label not in registry.owners or not pk.isdecimal():
        return None
    return registry.owners[label].visible_to(request.user).filter(pk=pk).first()
