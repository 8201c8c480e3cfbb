from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from company.views.hands import asked
from sales.interests import actions
from sales.interests.forms import AnswerForm, JoinForm, PostponeForm, RefuseForm, TurnForm
from sales.interests.lifecycle import CHANGE, InterestVerb
from sales.interests.views.page import found
from sales.models import Deal

may_change = permission_required(CHANGE, raise_exception=True)
asking = require_http_methods(["GET", "POST"])


@require_POST
@may_change
def answer_interest(request, pk):
    interest, form = found(request, pk), AnswerForm(request.POST)
    form.is_valid()
    said = {name: form.cleaned_data.get(name) for name in ("kind", "note")}
    interest = actions.answer(interest, by=request.user, kind=said["kind"], note=said["note"] or "")
    messages.success(request, _("Answered."))
    return redirect(interest)


@asking
@may_change
def turn_into_deal(request, pk):
    interest = found(request, pk)
    form = TurnForm.of(interest, request.POST or None)
    return _ask(request, interest, InterestVerb.TURN, form, _("A deal is made of it."))


@asking
@may_change
def join_to_deal(request, pk):
    interest = found(request, pk)
    form = JoinForm.of(interest, request.POST or None, request.user)
    return _ask(request, interest, InterestVerb.JOIN, form, _("Joined to the deal."))


@asking
@may_change
def refuse_interest(request, pk):
    form = RefuseForm(request.POST or None)
    return _ask(request, found(request, pk), InterestVerb.REFUSE, form, _("Saved."))


@asking
@may_change
def postpone_interest(request, pk):
    form = PostponeForm(request.POST or None)
    said = _("Postponed: on that day it comes back by itself.")
    return _ask(request, found(request, pk), InterestVerb.POSTPONE, form, said)


@require_POST
@may_change
def take_up_interest(request, pk):
    interest = actions.take_up(found(request, pk), by=request.user)
    messages.success(request, _("It is in work again."))
    return redirect(interest)


def _ask(request, interest, step, form, said):
    """The page of a step that asks for more than a press; its verb gets what was typed."""
    if not form.is_valid():
        return asked(request, interest, interest.client.name, form, step.label)
    done = getattr(actions, step.value)(interest, by=request.user, **form.cleaned_data)
    messages.success(request, said)
    is_seen = isinstance(done, Deal) and Deal.objects.visible_to(request.user).contains(done)
    return redirect(done if is_seen else interest)
