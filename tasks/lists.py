import django_filters as filters
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models import Department, Employee
from company.models.employee import ROBOT
from core.lists import Chip, Column, Create, Empty, List, list_page
from core.widgets import DayInput
from tasks.lifecycle import ASK, SEE, Priority, Status
from tasks.models import Task
from tasks.querysets import OUTCOMES


def _person(label):
    people = Employee.objects.exclude(username=ROBOT)
    return filters.ModelChoiceFilter(label=label, queryset=people, empty_label=_("All"))


def _priority(task):
    return task.get_priority_display()


class TaskFilter(filters.FilterSet):
    text = filters.CharFilter(label=_("Words of the task"), method="titled_like")
    status = filters.ChoiceFilter(label=_("State"), choices=Status.choices, empty_label=_("Any"))
    assignee = _person(pgettext_lazy("task", "Who does it"))
    author = _person(_("Asked by"))
    department = filters.ModelChoiceFilter(
        label=_("Department"), queryset=Department.objects.all(), empty_label=_("All")
    )
    priority = filters.ChoiceFilter(
        label=_("Priority"), choices=Priority.choices, empty_label=_("Any")
    )
    since = filters.DateFilter(label=_("Set from"), method="set_since", widget=DayInput)
    until = filters.DateFilter(label=_("Set until"), method="set_until", widget=DayInput)
    outcome = filters.ChoiceFilter(
        choices=[(code, code) for code in OUTCOMES],
        method="with_outcome",
        widget=forms.HiddenInput,
    )
    owner_type = filters.CharFilter(widget=forms.HiddenInput)
    owner_id = filters.NumberFilter(widget=forms.HiddenInput)

    def set_since(self, rows, name, day):
        return rows.set_between(since=day)

    def set_until(self, rows, name, day):
        return rows.set_between(until=day)

    def with_outcome(self, rows, name, code):
        return rows.with_outcome(code)

    def titled_like(self, rows, name, text):
        return rows.titled_like(text)


@list_page
class TaskList(List):
    code = "tasks"
    title = pgettext_lazy("list", "Tasks")
    right = SEE
    url_name = "tasks:index"
    is_steady = True
    filterset_class = TaskFilter
    tools = "tasks/_list_tools.html"
    has_way_back = True
    columns = (
        Column("title", _("What is to be done"), kind="strong"),
        Column("status", _("State"), kind="status"),
        Column("deadline", pgettext_lazy("task", "Deadline"), kind="moment", sort="due_sort"),
        Column("nearness", _("Time"), lambda row: row.nearness, kind="status", within="status"),
        Column("whom", pgettext_lazy("task", "Who does it"), lambda row: str(row.whom)),
        Column("author", _("Asked by"), "author.short_name", "short"),
        Column("subject_name", _("About")),
        Column("priority", _("Priority"), _priority, sort="priority"),
        Column("created_at", pgettext_lazy("task", "Set"), kind="moment", sort="created_at"),
    )
    default_sort = "-created_at"
    chips = (
        Chip("mine", _("I am to do"), lambda rows, user: rows.mine(user)),
        Chip("asked", _("I have asked"), lambda rows, user: rows.asked_by(user)),
        Chip("to_accept", _("Wait for my acceptance"), lambda rows, user: rows.to_accept(user)),
        Chip("late", pgettext_lazy("tasks", "Late"), lambda rows, user: rows.late()),
        Chip("department", _("Of my department"), lambda rows, user: rows.of_department_of(user)),
        Chip("declined", pgettext_lazy("tasks", "Declined"), lambda rows, user: rows.declined()),
        Chip("settled", pgettext_lazy("tasks", "Settled"), lambda rows, user: rows.settled()),
    )
    empty = Empty(
        _("No tasks here"), _("Ask a colleague or a department: one line is enough (Alt+T).")
    )
    create = Create(_("Set a task"), "tasks:add", ASK, "alt+n")

    def rows(self):
        return Task.objects.concerning(self.user).with_people()
