"""Tasks."""

from datetime import timedelta

from core import clock
from tasks import actions as tasks
from tasks.content import TaskContent
from tasks.models import RecurringTask, TaskTemplate
from tests.given.firm import department, employee


def task(*, by, of, title="Перемерить проём", in_days=None, **content):
    """Asked of a person or a department; `in_days` from now it is due."""
    deadline = clock.now() + timedelta(days=in_days) if in_days is not None else None
    facts = {"title": title, "deadline": deadline, **content}
    return tasks.ask(TaskContent(**facts), of=[of], by=by)[0]


def done_task(*, by, of, note="Сделано", **content):
    asked = task(by=by, of=of, **content)
    return tasks.finish(asked, by=of, note=note)


def recurring_task(title="Пересчитать кассу") -> RecurringTask:
    template, _is_new = TaskTemplate.objects.get_or_create(name=title, defaults={"title": title})
    rule = {"template": template, "author": employee(), "period": "daily"}
    return RecurringTask.objects.create(**rule, made_until=clock.today(), department=department())
