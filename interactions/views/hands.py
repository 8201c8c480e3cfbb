from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST

from company.forms import DeclineForm, HandOverForm
from interactions.actions import hands as actions
from interactions.lifecycle import HOLD_RIGHT
from interactions.views.reach import may_hold, seen_or_404


@require_http_methods(["GET", "POST"])
@may_hold
def hand_over(request, pk):
    call = seen_or_404(request, pk)
    hands = {"by": request.user, "right": HOLD_RIGHT, "without": call.responsible}
    form = HandOverForm(request.POST or None, **hands)
    if form.is_valid():
        actions.hand_over(call, by=request.user, **form.cleaned_data)
        messages.success(request, _("Handed over: until it is accepted it stays where it is."))
        return redirect(call)
    return _asked(request, call, form, pgettext("button", "Hand over"))


@require_POST
@may_hold
def accept(request, pk):
    call = actions.accept(seen_or_404(request, pk), by=request.user)
    messages.success(request, _("It is yours."))
    return redirect(call)


@require_http_methods(["GET", "POST"])
@may_hold
def decline(request, pk):
    call, form = seen_or_404(request, pk), DeclineForm(request.POST or None)
    if form.is_valid():
        actions.decline(call, by=request.user, **form.cleaned_data)
        messages.success(request, _("Declined."))
        return redirect("today")
    return _asked(request, call, form, pgettext("assignment step", "Decline"))


@require_POST
@may_hold
def recall(request, pk):
    call = seen_or_404(request, pk)
    actions.recall(call, by=request.user)
    return redirect(call)


def _asked(request, call, form, verb):
    context = {"subject": call, "about": call.client.name, "form": form, "verb": verb}
    status = 422 if form.is_bound else 200
    return render(request, "company/hand_over.html", context, status=status)
