"""What whoever is asked does with the task."""

from django.db import transaction

from company.assignment import actions as assignment
from tasks import bells, watching
from tasks.lifecycle import LIFE, Step
from tasks.models import Task


def locked(task) -> Task:
    people = ("author", "assignee", "department")
    return Task.objects.select_for_update(of=["self"]).select_related(*people).get(pk=task.pk)


@transaction.atomic
def see(task, *, by) -> Task:
    """The author learns that it was read."""
    task = locked(task)
    LIFE.take(task, Step.SEE, by=by)
    return task


@transaction.atomic
def begin(task, *, by) -> Task:
    """Whoever begins a department's task takes it upon themselves."""
    task = locked(task)
    LIFE.take(task, Step.BEGIN, by=by, assignee=by)
    if not _taken(task, by=by):
        bells.tell_author(task, Step.BEGIN, by=by)
    return task


@transaction.atomic
def finish(task, *, by, note="") -> Task:
    """The author is to accept it; one's own task is accepted at once."""
    task = locked(task)
    LIFE.take(task, Step.FINISH, by=by, note=note.strip(), assignee=by)
    _taken(task, by=by)
    watching.watch(task, by=by)
    if task.is_own:
        LIFE.take(task, Step.ACCEPT, by=by)
    else:
        bells.tell_author(task, Step.FINISH, by=by, note=note.strip())
    return task


def _taken(task, *, by) -> bool:
    """Whether it still waited for an answer: then the answer has rung."""
    waits = assignment.waiting(task) is not None
    if waits:
        assignment.accept(task, by=by)
    return waits
