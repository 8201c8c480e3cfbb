"""Deadlines of tasks in the calendars of those who do them."""

from django.db.models import Q

from company.models import Department
from core.registry import CalendarEvent
from tasks import actions
from tasks.models import Task


def events(user, people, since, until, limit) -> list[CalendarEvent]:
    """Of `people`, what `user` may know of, due from `since` to before `until`."""
    theirs = Department.objects.filter(employees__in=people)
    waits = Q(assignee=None, department__in=theirs)  # nobody of the department has taken it yet
    due = Task.objects.concerning(user).standing().filter(Q(assignee__in=people) | waits)
    due = due.filter(due_sort__gte=since, due_sort__lt=until).with_people().with_last_change()
    return [
        CalendarEvent(
            pk=task.pk,
            title=task.title,
            start=task.deadline,
            end=None,
            url=task.get_absolute_url(),
            person=task.assignee,
            is_done=not task.is_to_do,
            is_movable=task.may_be_changed_by(user),
            is_late=task.is_late,
            changed_at=task.changed_at,
        )
        for task in due.soonest_first()[:limit]
    ]


def move(user, pk, start, end=None):
    """Dragged to another moment, the deadline moves: it is the author's to say."""
    task = Task.objects.concerning(user).get(pk=pk)
    return actions.edit(task, by=user, deadline=start)
