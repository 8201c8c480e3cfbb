"""The task goes into other hands, or comes back unanswered."""

from django.db import transaction
from django.utils.translation import gettext as _

from company.assignment import actions as assignment
from company.models import Department, Employee
from core.errors import Refused
from tasks import bells, watching
from tasks.actions.ask import addressed, hand
from tasks.actions.work import locked
from tasks.lifecycle import LIFE, Step
from tasks.models import Task

ANEW = {"seen_at": None, "begun_at": None}


@transaction.atomic
def readdress(task, *, by, to: Employee | Department, note="") -> Task:
    """To a colleague or a department; each pair of hands stays in the chain."""
    task, note = locked(task), note.strip()
    assignment.refuse_same(to, task.whom)
    before, arrow = bells.doers(task), _arrow(task.whom, to, note)
    LIFE.take(task, Step.READDRESS, by=by, note=arrow, **addressed(to), **ANEW)
    if assignment.recall(task, by=by):
        before = []  # they have heard that it is taken back
    hand(task, to, by=by, note=note)
    watching.watch(task, by=by)
    bells.tell_of_new_hands(task, before, by=by, note=note)
    return task


@transaction.atomic
def decline(task, *, by, note) -> Task:
    """The author decides what next: cancel it, or ask somebody else."""
    task, note = locked(task), note.strip()
    if not note:
        raise Refused(_("Say why you do not take it: the author decides what next."))
    LIFE.take(task, Step.DECLINE, by=by, note=note)
    watching.watch(task, by=by)
    if assignment.waiting(task):
        assignment.decline(task, by=by, note=note)
    else:
        bells.tell_author(task, Step.DECLINE, by=by, note=note)
    return task


def _arrow(before, after, note):
    return f"{before} → {after}. {note}".strip(" .")
