"""What this app contributes to the pages of others; called once from AppConfig.ready()."""

from functools import partial

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import registry
from core.prepared import prepared
from core.registry import (
    CalendarSource,
    CreateItem,
    Hanging,
    HomeBlock,
    NavItem,
    Panel,
    PersonalData,
    SearchHit,
    SearchProvider,
    TimelineSource,
)
from tasks import calendar, home, responsibility, watching
from tasks.lifecycle import ASK, SEE
from tasks.models import CheckItem, RecurringTask, Task, TaskStep
from tasks.querysets import PAGES

SHOWN = 10
FOLDERS = (
    ("chip=mine&sort=due_sort", _("I am to do"), "user-check"),
    ("chip=asked&sort=due_sort", _("I have asked"), "eye-check"),
    ("chip=late&sort=due_sort", pgettext_lazy("tasks", "Late"), "alert-triangle"),
)


def contribute():
    _lead()
    registry.add_owner(registry.Owner(Task, Task.objects.visible_to, attach_right=ASK))
    for kind in watching.KINDS:
        registry.add_deadline_kind(kind)
    for page in PAGES:
        mark = partial(_is_any_about, page)
        registry.add_panel(Panel(page, "tasks", "tasks/_panel.html", of_row, SEE, 35, mark=mark))
    registry.home_blocks.append(HomeBlock("tasks", "tasks/_home.html", home.to_do, SEE, 8))
    registry.search_providers.append(
        SearchProvider("tasks", pgettext_lazy("list", "Tasks"), find, SEE, 40)
    )
    _over_time()
    for model, field in (
        (Task, "author"),
        (Task, "assignee"),
        (TaskStep, "by"),
        (CheckItem, "ticked_by"),
        (RecurringTask, "author"),
        (RecurringTask, "people"),
        (RecurringTask.people.through, "employee"),
    ):
        registry.hangs_on_employee.append(Hanging(model, field))
    registry.duties += responsibility.DUTIES
    registry.add_personal_data(
        PersonalData(Task, ("title", "text", "subject_name")),
        PersonalData(CheckItem, ("text",)),
        PersonalData(TaskStep, ("note",)),
    )
    registry.dealings.append(registry.Dealing(Task.objects.about_clients_for, "owner_id"))


def _lead():
    index, label = "tasks:index", pgettext_lazy("list", "Tasks")
    registry.nav.append(NavItem("own", label, index, "checkbox", SEE, 45))
    for place, (query, folder, icon) in enumerate(FOLDERS, start=46):
        registry.nav.append(
            NavItem("own", folder, index, icon, SEE, place, query=query, inside=True)
        )
    rules = "tasks.change_recurringtask"
    registry.nav.append(
        NavItem("own", _("Recurring tasks"), "tasks:recurring", "repeat", rules, 49, inside=True)
    )
    registry.create_items += [
        CreateItem(_("Task in one line"), "tasks:ask", "bolt", ASK, 25, "alt+t", in_dialog=True),
        CreateItem(pgettext_lazy("create", "Task"), "tasks:add", "checkbox", ASK, 30),
    ]


def _over_time():
    label = pgettext_lazy("list", "Tasks")
    registry.timeline_sources.append(
        TimelineSource(
            "tasks",
            label,
            "checkbox",
            lambda client, user: Task.objects.about(client),
            "created_at",
            "tasks/_timeline.html",
            lambda rows, user: rows.with_people(),
            SEE,
        )
    )
    registry.calendar_sources.append(
        CalendarSource("tasks", label, calendar.events, calendar.move, SEE, icon="checkbox")
    )


def of_row(subject, user):
    """Whose page may be seen, its tasks may. One query."""
    tasks = _newest_about(subject) if registry.has(subject, "tasks") else []
    label = subject._meta.label_lower
    listed = f"{reverse('tasks:index')}?owner_type={label}&owner_id={subject.pk}"
    return {
        "tasks": tasks[:SHOWN],
        "about": f"{label}-{subject.pk}",
        "all_url": listed if len(tasks) > SHOWN else "",
        "may_ask": user.has_perm(ASK),
    }


def _is_any_about(page):
    return Exists(Task.objects.filter(owner_type=page, owner_id=OuterRef("pk")))


@prepared
def _newest_about(subject):
    found = Task.objects.about(subject).with_people()
    return found.order_by("-created_at", "-pk")[: SHOWN + 1]


def find(user, text, limit):
    found = Task.objects.concerning(user).titled_like(text).with_people().order_by("-pk")
    return [
        SearchHit(
            title=task.title,
            note=f"{task.get_status_display()}, {task.whom}",
            url=task.get_absolute_url(),
            icon="checkbox",
        )
        for task in found[:limit]
    ]
