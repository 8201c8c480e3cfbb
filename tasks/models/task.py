from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.search import Words
from core import clock, registry
from core.lifecycle import StepRecord
from tasks.lifecycle import CONTROL, LIFE, TAKEN, TO_DO, Nearness, Priority, Status, Step
from tasks.querysets import TaskQuerySet

Employee = settings.AUTH_USER_MODEL
NO_DEADLINE = datetime(9999, 1, 1, tzinfo=UTC)


class Task(models.Model):
    """Work asked of one employee, or of a department until somebody there takes it."""

    title = models.CharField(_("What is to be done"), max_length=200)
    text = models.TextField(_("In more words"), blank=True)
    author = models.ForeignKey(
        Employee, models.PROTECT, related_name="tasks_asked", verbose_name=_("Asked by")
    )
    assignee = models.ForeignKey(
        Employee,
        models.PROTECT,
        related_name="tasks",
        verbose_name=pgettext_lazy("task", "Who does it"),
        null=True,
    )
    department = models.ForeignKey(
        "company.Department",
        models.PROTECT,
        related_name="tasks",
        verbose_name=_("Department"),
        null=True,
    )
    priority = models.PositiveSmallIntegerField(
        _("Priority"), choices=Priority, default=Priority.NORMAL
    )
    deadline = models.DateTimeField(pgettext_lazy("task", "Deadline"), null=True)
    due_sort = models.GeneratedField(
        expression=Coalesce(F("deadline"), Value(NO_DEADLINE)),
        output_field=models.DateTimeField(),
        db_persist=True,
    )
    remind_at = models.DateTimeField(_("Remind at"), null=True)
    status = models.CharField(_("State"), max_length=10, choices=Status, default=Status.NEW)
    returned_count = models.PositiveSmallIntegerField(_("Times returned"), default=0)
    # What it is about, as core.models.owned.Owned has it; nothing where it is about nothing.
    owner_type = models.CharField(max_length=60, blank=True, editable=False)
    owner_id = models.BigIntegerField(null=True, editable=False)
    subject_name = models.CharField(_("About"), max_length=120, blank=True)
    series = models.UUIDField(null=True)  # the same asked of several at once
    template = models.ForeignKey(
        "tasks.TaskTemplate", models.PROTECT, related_name="tasks", null=True
    )
    created_at = models.DateTimeField(pgettext_lazy("task", "Set"))
    seen_at = models.DateTimeField(null=True)
    begun_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(pgettext_lazy("task", "Done at"), null=True)
    closed_at = models.DateTimeField(null=True)
    words = models.GeneratedField(
        expression=Words(F("title")), output_field=SearchVectorField(), db_persist=True
    )

    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("Task")
        default_permissions = ("add", "view")
        permissions = [("control_task", _("See and control everybody's tasks"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(assignee__isnull=False) | Q(department__isnull=False),
                name="task_asked_of_somebody",
            ),
            models.CheckConstraint(
                condition=Q(owner_type="", owner_id__isnull=True)
                | (~Q(owner_type="") & Q(owner_id__isnull=False)),
                name="task_about_a_whole_row",
            ),
        ]
        indexes = [
            models.Index(fields=["due_sort", "id"], name="task_due"),
            models.Index(fields=["created_at", "id"], name="task_created"),
            models.Index(fields=["priority", "id"], name="task_priority"),
            models.Index(fields=["assignee", "status", "due_sort"], name="task_assignee"),
            models.Index(fields=["author", "status", "due_sort"], name="task_author"),
            models.Index(fields=["department", "status", "due_sort"], name="task_department"),
            models.Index(fields=["owner_type", "owner_id", "created_at", "id"], name="task_owner"),
            models.Index(fields=["series"], condition=~Q(series=None), name="task_series"),
            GinIndex(fields=["words"], name="task_words"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("tasks:card", args=[self.pk])

    def is_controlled_by(self, user) -> bool:
        return user.is_robot or self.author_id == user.pk or user.has_perm(CONTROL)

    def is_to_be_done_by(self, user) -> bool:
        if self.assignee_id:
            return self.assignee_id == user.pk
        return self.department_id is not None and self.department_id == user.department_id

    def may_be_changed_by(self, user) -> bool:
        return any(offer.step == Step.EDIT for offer in self.offers(user))

    @property
    def is_own(self):
        return self.author_id == self.assignee_id

    @property
    def is_to_do(self):
        return self.status in TO_DO

    @property
    def is_new(self):
        return self.status == Status.NEW

    @property
    def is_declined(self):
        return self.status == Status.DECLINED

    @property
    def is_done(self):
        return self.status == Status.DONE

    @property
    def is_late(self):
        return self.is_to_do and self.deadline is not None and self.deadline < clock.now()

    @property
    def nearness(self) -> Nearness | None:
        """What the deadline says now; None where there is nothing to say."""
        if self.deadline is None:
            return None
        if self.done_at:
            return Nearness.DONE_LATE if self.done_at > self.deadline else None
        if self.is_late:
            return Nearness.LATE
        tomorrow = clock.midnight(clock.today() + timedelta(days=1))
        return Nearness.TODAY if self.is_to_do and self.deadline < tomorrow else None

    @property
    def is_pressing(self):
        return self.priority == Priority.HIGH

    @property
    def whom(self):
        return self.assignee or self.department

    def subject_for(self, user):
        """What it is about, if `user` may see it (one query)."""
        owner = registry.owners.get(self.owner_type)
        return owner.visible_to(user).filter(pk=self.owner_id).first() if owner else None

    def offers(self, user):
        return LIFE.offers(self, user)


class CheckItem(models.Model):
    task = models.ForeignKey(Task, models.CASCADE, related_name="items")
    text = models.CharField(_("What is to be done"), max_length=200)
    ordering = models.PositiveSmallIntegerField(default=0)
    ticked_at = models.DateTimeField(null=True)
    ticked_by = models.ForeignKey(Employee, models.PROTECT, related_name="+", null=True)

    class Meta:
        ordering = ["ordering", "pk"]
        default_permissions = ()

    def __str__(self):
        return self.text


class TaskStep(StepRecord):
    subject = models.ForeignKey(Task, models.CASCADE, related_name="steps")

    class Meta(StepRecord.Meta):
        abstract = False

    def __str__(self):
        return self.step

    def get_step_display(self):
        return TAKEN[Step(self.step)]
