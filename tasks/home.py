"""The block of «Today»: what one is to do by the end of the day, and what waits for acceptance."""

from django.urls import reverse

from core.lists.declared import counted, with_count
from core.prepared import prepared
from tasks.models import Task

SHOWN = 8


def to_do(user):
    tasks, count = counted(_to_do_today(user))
    done = _to_accept(user)
    if not tasks and not done:
        return None
    return {
        "tasks": tasks,
        "count": count,
        "done": done,
        "url": f"{reverse('tasks:index')}?chip=mine&sort=due_sort",
        "done_url": f"{reverse('tasks:index')}?chip=to_accept",
    }


@prepared
def _to_do_today(user):
    return with_count(Task.objects.to_do_today_by(user).with_people().soonest_first())[:SHOWN]


@prepared
def _to_accept(user):
    return Task.objects.to_accept(user).order_by("done_at").only("title")[:SHOWN]
