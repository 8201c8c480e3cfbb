"""What is asked, before it is a task."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from company.deadlines.terms import Term, Unit
from tasks.lifecycle import Priority
from tasks.models import TaskTemplate


@dataclass(frozen=True)
class TaskContent:
    title: str
    text: str = ""
    priority: int = Priority.NORMAL
    deadline: datetime | None = None
    remind_at: datetime | None = None
    items: tuple[str, ...] = ()
    about: Any = None  # a row of a registered owner
    template: TaskTemplate | None = None


def of_template(template: TaskTemplate, since: datetime, **more) -> TaskContent:
    """`since` is the moment from which the working days of the template are counted."""
    days = template.due_days
    return TaskContent(
        title=template.title,
        text=template.text,
        priority=template.priority,
        deadline=None if days is None else Term(days, Unit.WORKING_DAYS).after(since),
        items=tuple(template.items),
        template=template,
        **more,
    )
