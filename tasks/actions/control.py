"""What the author does with the task, or whoever controls everybody's."""

from django.db import transaction
from django.utils.translation import gettext as _

from company.assignment import actions as assignment
from core import cells, clock
from core.errors import Refused
from tasks import bells, watching
from tasks.actions.ask import refuse_past_reminder
from tasks.actions.work import locked
from tasks.lifecycle import LIFE, Priority, Step
from tasks.models import Task


@transaction.atomic
def accept(task, *, by) -> Task:
    task = locked(task)
    LIFE.take(task, Step.ACCEPT, by=by)
    bells.tell_doers(task, Step.ACCEPT, by=by)
    return task


@transaction.atomic
def return_for_rework(task, *, by, remark, deadline=None) -> Task:
    """Not yet what was asked; counted, and watched again, until a new moment if one is named."""
    task, remark = locked(task), remark.strip()
    if not remark:
        raise Refused(_("Say what is to be put right."))
    _refuse_past(deadline)
    counted = {"returned_count": task.returned_count + 1, "done_at": None}
    moved = {"deadline": deadline} if deadline else {}
    LIFE.take(task, Step.RETURN, by=by, note=remark, **counted, **moved)
    watching.watch(task, by=by)
    bells.tell_doers(task, Step.RETURN, by=by, note=remark)
    return task


@transaction.atomic
def cancel(task, *, by, reason="") -> Task:
    task, reason = locked(task), reason.strip()
    LIFE.take(task, Step.CANCEL, by=by, note=reason)
    watching.watch(task, by=by)
    assignment.recall(task, by=by, note=reason)
    bells.tell_doers(task, Step.CANCEL, by=by, note=reason)
    return task


@transaction.atomic
def edit(task, *, by, **wanted) -> Task:
    """`wanted`: title, text, priority, deadline, remind_at. The step says what has changed."""
    task = locked(task)
    changes = {name: value for name, value in wanted.items() if getattr(task, name) != value}
    if not changes:
        return task
    _refuse_past(changes.get("deadline"))
    refuse_past_reminder(changes.get("remind_at"))
    with bells.in_words_of_the_firm():
        note = "; ".join(_change(task, name, value) for name, value in changes.items())
    LIFE.take(task, Step.EDIT, by=by, note=note, **changes)
    if changes.keys() & {"deadline", "remind_at"}:
        watching.watch(task, by=by)
    bells.tell_doers(task, Step.EDIT, by=by, note=note)
    return task


def _refuse_past(moment):
    if moment and moment <= clock.now():
        raise Refused(_("The deadline is past already: name a moment in the future."))


def _change(task, name, value):
    label = Task._meta.get_field(name).verbose_name
    if name == "text":
        return _("%(field)s: written anew") % {"field": label}
    written = {"deadline": _moment, "remind_at": _moment, "priority": lambda v: Priority(v).label}
    said = written.get(name, str)
    words = {"field": label, "before": said(getattr(task, name)), "after": said(value)}
    return _("%(field)s: %(before)s → %(after)s") % words


def _moment(value):
    return cells.moment(value) if value else "—"
