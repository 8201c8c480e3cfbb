from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from company.assignment import actions as assignment
from company.models import Department, Employee
from core import clock
from core.errors import Refused
from tasks import bells, watching
from tasks.actions.check_list import write_items
from tasks.content import TaskContent
from tasks.lifecycle import ASK
from tasks.models import Task


@transaction.atomic
def ask(content: TaskContent, *, of: list[Employee | Department], by) -> list[Task]:
    """Ask one or several, people or departments: each gets a task of their own."""
    if not by.has_perm(ASK):
        raise PermissionDenied
    if content.deadline and content.deadline <= clock.now():
        raise Refused(_("The deadline is past already: name a moment in the future."))
    refuse_past_reminder(content.remind_at)
    return set_tasks(content, of=of, by=by)


def refuse_past_reminder(moment):
    if moment and moment <= clock.now():
        raise Refused(_("A reminder comes in the future: name a later moment."))


def set_tasks(content: TaskContent, *, of, by) -> list[Task]:
    """Without looking at the clock: what the clock itself sets may be late already."""
    if not of:
        raise Refused(_("Say who is to do it."))
    series = uuid4() if len(of) > 1 else None
    return [_task(content, whom, series, by=by) for whom in of]


def _task(content, whom, series, *, by):
    about = content.about
    task = Task.objects.create(
        title=content.title,
        text=content.text,
        author=by,
        **addressed(whom),
        priority=content.priority,
        deadline=content.deadline,
        remind_at=content.remind_at,
        owner_type=about._meta.label_lower if about else "",
        owner_id=about.pk if about else None,
        subject_name=str(about)[:120] if about else "",
        series=series,
        template=content.template,
        created_at=clock.now(),
    )
    write_items(task, content.items)
    watching.watch(task, by=by)
    hand(task, whom, by=by)
    return task


def addressed(whom: Employee | Department) -> dict:
    """A department's task has no assignee until somebody there takes it."""
    person = isinstance(whom, Employee)
    return {"assignee": whom if person else None, "department": None if person else whom}


def hand(task, whom, *, by, note=""):
    """Nobody is asked to accept what they ask of themselves."""
    if whom != by:
        words = bells.asked(task, by=by, note=note)
        assignment.offer(task, to=whom, by=by, words=words, note=note)
