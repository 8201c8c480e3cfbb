"""What the clock says of tasks: the deadline comes near or has passed, a reminder is due."""

from company.assignment.actions import people_of
from company.deadlines import actions as deadlines
from company.deadlines.terms import Unit
from company.deadlines.warnings import before, when_due
from company.notifications import notify
from company.robot import robot
from core import outbox
from core.registry import DeadlineKind
from tasks import bells
from tasks.models import Task

LONGEST_SUBJECT = 250
DEADLINE, REMINDER = "task", "task_reminder"


def watch(task, *, by):
    """Its deadline and its reminder are watched while there is something to do."""
    _watch(task, DEADLINE, task.deadline, by)
    watch_reminder(task, by=by)


def watch_reminder(task, *, by):
    _watch(task, REMINDER, task.remind_at, by)


def _watch(task, kind, moment, by):
    if moment and task.is_to_do:
        deadlines.start(task, kind, by=by, due_at=moment)
    else:
        deadlines.meet(task, kind, by=by)


def warn(task, warning):
    """Whoever does it hears first; when it is late, the author as well."""
    text = bells.reminder(task, warning.code, is_late=warning.is_late)
    people = people_of(task.whom)
    if warning.code == "due" and task.author not in people:
        people = [*people, task.author]
    _ring(task, people, warning, text)


def remind(task, warning):
    """Under the bell and by letter, to those who have an address."""
    text = bells.reminder(task, "reminder", is_late=warning.is_late)
    people = people_of(task.whom)
    _ring(task, people, warning, text)
    for person in people:
        if person.email:
            outbox.write(
                task,
                key=f"task-{warning.pk}-{person.pk}",
                to=person.email,
                subject=text[:LONGEST_SUBJECT],
                body=_letter(task),
                by=robot(),
            )


def _ring(task, people, warning, text):
    notify(people, key=f"task-warning-{warning.pk}", text=text, url=task.get_absolute_url())


def _letter(task):
    return "\n\n".join(filter(None, [task.title, task.subject_name, task.text]))


KINDS = (
    DeadlineKind(
        DEADLINE, Task, (before(1, Unit.WORKING_DAYS, "day_before"), when_due("due")), warn
    ),
    DeadlineKind(REMINDER, Task, (when_due("reminder"),), remind),
)
