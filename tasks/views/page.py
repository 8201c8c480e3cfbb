from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from company.models import Assignment
from core.lists import neighbours
from core.models import Attachment
from tasks import actions
from tasks.board import ASKING, address
from tasks.forms import FinishForm, ItemForm, RemindForm
from tasks.lifecycle import ASK, SEE, Step
from tasks.lists import TaskList
from tasks.models import CheckItem, Task

may_see = permission_required(SEE, raise_exception=True)


def found(request, pk):
    return get_object_or_404(Task.objects.visible_to(request.user).with_people(), pk=pk)


@require_GET
@may_see
def card(request, pk):
    """Whoever is to do it has seen it by opening it."""
    task = found(request, pk)
    if task.is_new and task.is_to_be_done_by(request.user):
        actions.see(task, by=request.user)
        task = found(request, pk)
    return render(request, "tasks/card.html", _shown(request, task))


def _shown(request, task):
    user = request.user
    moves = [
        {"step": offer.step, "label": offer.label, "url": address(task, offer.step)}
        for offer in task.offers(user)
    ]
    siblings = Task.objects.series(task).with_people() if task.series else []
    return {
        "task": task,
        "subject": task.subject_for(user),
        "steps": task.steps.select_related("by"),
        "chain": Assignment.objects.of(task).with_people(),
        "items": list(task.items.select_related("ticked_by")),
        "may_tick": task.is_to_do and _concerns(task, user),
        "item_form": ItemForm(),
        "siblings": siblings,
        "files": Attachment.objects.of(task).of_pieces().select_related("added_by"),
        "may_attach": user.has_perm(ASK),
        "moves": [move for move in moves if move["step"] != Step.FINISH],
        "may_finish": any(move["step"] == Step.FINISH for move in moves),
        "finish_form": FinishForm(),
        "asking": ASKING,
        "remind_form": RemindForm(initial={"at": task.remind_at}),
        "way_back": neighbours.way(request, TaskList, task),
    }


def _concerns(task, user):
    return task.is_to_be_done_by(user) or task.is_controlled_by(user)


@require_POST
@may_see
def remind(request, pk):
    task, form = found(request, pk), RemindForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Name a day and an hour."))
        return redirect(task)
    actions.remind(task, by=request.user, at=form.cleaned_data["at"])
    said = _("You will be reminded.") if form.cleaned_data["at"] else _("No reminder any more.")
    messages.success(request, said)
    return redirect(task)


@require_POST
@may_see
def add_item(request, pk):
    task, form = found(request, pk), ItemForm(request.POST)
    if form.is_valid():
        actions.add_item(task, by=request.user, text=form.cleaned_data["text"])
    return _items(request, task)


@require_POST
@may_see
def tick(request, pk):
    seen = Task.objects.visible_to(request.user)
    item = get_object_or_404(CheckItem.objects.select_related("task"), pk=pk, task__in=seen)
    actions.tick(item, by=request.user)
    return _items(request, item.task)


def _items(request, task):
    if not request.htmx:
        return redirect(task)
    context = {
        "task": task,
        "items": list(task.items.select_related("ticked_by")),
        "may_tick": True,
        "item_form": ItemForm(),
    }
    return render(request, "tasks/_items.html", context)
