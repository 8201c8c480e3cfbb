"""The block of «Today»: what one is to do by the end of the day, and what waits for acceptance."""

from django.urls import reverse

from core.lists.declared import first_of
from tasks.models import Task

SHOWN = 8


def to_do(user):
    rows = Task.objects.to_do_today_by(user).with_people().soonest_first()
    tasks, count = first_of(rows, SHOWN)
    done = list(Task.objects.to_accept(user).order_by("done_at").only("title")[:SHOWN])
    if not tasks and not done:
        return None
    return {
        "tasks": tasks,
        "count": count,
        "done": done,
        "url": f"{reverse('tasks:index')}?chip=mine&sort=due_sort",
        "done_url": f"{reverse('tasks:index')}?chip=to_accept",
    }
