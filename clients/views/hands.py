from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST

from clients.actions import hands as actions
from clients.views.client import may_see, seen_by
from company.forms import DeclineForm, HandOverForm

may_change = permission_required(actions.CHANGE, raise_exception=True)


def _found(request, pk):
    return get_object_or_404(seen_by(request.user), pk=pk)


@require_http_methods(["GET", "POST"])
@may_change
def hand_over(request, pk):
    client = _found(request, pk)
    hands = {"by": request.user, "right": actions.SEE, "without": client.responsible}
    form = HandOverForm(request.POST or None, **hands)
    if form.is_valid():
        actions.hand_over(client, by=request.user, **form.cleaned_data)
        messages.success(
            request, _("Handed over: until it is accepted the client stays where it is.")
        )
        return redirect(client)
    hint = _("What the manager has in hand for the client goes along once it is accepted.")
    return _asked(request, client, form, pgettext("button", "Hand over"), hint)


@require_POST
@may_see
def accept(request, pk):
    client = actions.accept(_found(request, pk), by=request.user)
    messages.success(request, _("The client is yours."))
    return redirect(client)


@require_http_methods(["GET", "POST"])
@may_see
def decline(request, pk):
    client, form = _found(request, pk), DeclineForm(request.POST or None)
    if form.is_valid():
        actions.decline(client, by=request.user, **form.cleaned_data)
        messages.success(request, _("Declined."))
        return redirect("today")
    return _asked(request, client, form, pgettext("assignment step", "Decline"))


@require_POST
@may_see
def recall(request, pk):
    client = _found(request, pk)
    actions.recall(client, by=request.user)
    return redirect(client)


def _asked(request, client, form, verb, hint=""):
    context = {"subject": client, "about": client.name, "form": form, "verb": verb, "hint": hint}
    status = 422 if form.is_bound else 200
    return render(request, "company/hand_over.html", context, status=status)
