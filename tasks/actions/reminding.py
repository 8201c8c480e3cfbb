from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import Refused
from tasks import watching
from tasks.actions.ask import refuse_past_reminder
from tasks.actions.work import locked
from tasks.models import Task


@transaction.atomic
def remind(task, *, by, at) -> Task:
    """Whoever does the task says when to be reminded; with nothing, never."""
    task = locked(task)
    if not (task.is_to_be_done_by(by) or task.is_controlled_by(by)):
        raise PermissionDenied
    if not task.is_to_do:
        raise Refused(_("There is nothing to be reminded of any more."))
    refuse_past_reminder(at)
    task.remind_at = at
    task.save(update_fields=["remind_at"])
    watching.watch_reminder(task, by=by)
    return task
