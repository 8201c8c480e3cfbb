"""Tasks of somebody who does not do or control them any more."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from company import duties
from core.registry import Duty
from tasks.lifecycle import SEE, Step
from tasks.models import RecurringTask, Task, TaskStep


def of_managers(rows):
    managed = Client.objects.filter(pk=OuterRef("owner_id"), responsible=OuterRef("assignee"))
    return rows.filter(Exists(managed), owner_type=Client._meta.label_lower)


Person = RecurringTask.people.through
DUTIES = [
    Duty(
        "tasks",
        _("Tasks to do"),
        Task,
        "assignee",
        Task.objects.to_do,
        SEE,
        of_managers=of_managers,
        path="owner_id",
        story=(TaskStep, Step.READDRESS),
        order=40,
    ),
    Duty(
        "asked_tasks",
        _("Tasks asked of others: control and acceptance"),
        Task,
        "author",
        Task.objects.unsettled,
        SEE,
        order=41,
    ),
    Duty(
        "recurring_tasks",
        _("Recurring tasks"),
        RecurringTask,
        "author",
        lambda: RecurringTask.objects.filter(is_active=True),
        SEE,
        order=42,
    ),
    Duty(
        "recurring_people",
        _("Asked by recurring tasks"),
        Person,
        "employee",
        lambda: Person.objects.filter(recurringtask__is_active=True),
        SEE,
        hand_on=duties.seats("recurringtask"),
        order=43,
    ),
]
