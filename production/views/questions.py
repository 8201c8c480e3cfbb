from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST

from orders.models import Position, WorkOrder
from production import actions, tablet
from production.forms import AnswerForm, AskForm
from production.models import Question
from production.notes import notes_of
from production.views.position import ASK, found_position, show


@sensitive_post_parameters("pin")
@require_POST
def ask(request, pk):
    tablet.demand(request.user, ASK)
    found = found_position(request, pk)
    form, who_form = AskForm(request.POST), tablet.who_form(request, ASK)
    by = tablet.taker(request, who_form) if form.is_valid() else None
    if by is None:
        return show(request, found, ask_form=form, who_form=who_form)
    actions.ask(found, by=by, text=form.cleaned_data["text"])
    messages.success(request, _("The manager is told. The answer will stand here."))
    return redirect("production:position", pk)


@require_GET
def notes(request, pk):
    """The part of an order's page that tells what the workshop asked and sent back."""
    return _notes(request, get_object_or_404(WorkOrder.objects.visible_to(request.user), pk=pk))


@require_POST
@permission_required("production.answer_question", raise_exception=True)
def answer(request, pk):
    seen = Question.objects.visible_to(request.user).select_related("position__order", "asked_by")
    question = get_object_or_404(seen, pk=pk)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _notes(request, question.position.order, wrong=(question.pk, form))
    actions.answer(question, by=request.user, text=form.cleaned_data["answer"])
    if request.htmx:
        return _notes(request, question.position.order)
    messages.success(request, _("The workshop sees the answer."))
    return redirect(question)


def _notes(request, order, *, wrong=(None, None)):
    found = notes_of(Position.ever.filter(order=order))
    asked, form = wrong
    context = {
        "order": order,
        "notes": found,
        "answer_form": AnswerForm(),
        "wrong_form": form,
        "wrong_pk": asked,
        "may_answer": request.user.has_perm("production.answer_question"),
    }
    template = "production/_notes.html" if request.htmx else "production/notes.html"
    return render(request, template, context, status=422 if form else 200)
