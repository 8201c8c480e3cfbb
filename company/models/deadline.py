from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.deadlines.lifecycle import Status, Step
from company.deadlines.querysets import DeadlineQuerySet
from core import clock, registry
from core.lifecycle import StepRecord
from core.models.owned import Owned

# Late is what comes after the next round of the clock and some more.
LATE_AFTER_MINUTES = 10


class Deadline(Owned):
    """Until when something is due. A kind of deadlines says what it warns of and whom."""

    kind = models.CharField(max_length=30)  # a code of core.registry.deadline_kinds
    # Empty where the moment itself was named.
    amount = models.PositiveSmallIntegerField(null=True)
    unit = models.CharField(max_length=15, blank=True)
    counted_from = models.DateTimeField()  # pauses move it on
    set_at = models.DateTimeField()  # what should have warned before is not made up for
    due_at = models.DateTimeField(pgettext_lazy("deadline", "Due"))
    status = models.CharField(_("State"), max_length=10, choices=Status, default=Status.RUNNING)
    paused_at = models.DateTimeField(null=True)
    pause_reason = models.CharField(_("Why it is paused"), max_length=250, blank=True)
    met_at = models.DateTimeField(null=True)
    round = models.PositiveSmallIntegerField(default=1)  # set anew, it warns anew
    next_warning_at = models.DateTimeField(null=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "pk"]
        verbose_name = _("Deadline")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["owner_type", "owner_id", "kind"], name="deadline_once")
        ]
        indexes = [
            models.Index(
                fields=["next_warning_at"],
                condition=models.Q(status=Status.RUNNING, next_warning_at__isnull=False),
                name="deadline_to_warn",
            ),
            models.Index(fields=["kind", "due_at"], name="deadline_due"),
        ]

    def __str__(self):
        return f"{self.kind}: {self.due_at:%d.%m.%Y %H:%M}"

    @property
    def kind_entry(self):
        return registry.deadline_kinds[self.kind]

    @property
    def is_running(self):
        return self.status == Status.RUNNING

    @property
    def is_paused(self):
        return self.status == Status.PAUSED

    @property
    def is_overdue(self):
        return self.is_running and self.due_at <= clock.now()


class DeadlineWarning(models.Model):
    """One warning given: the row is what makes it the only one."""

    deadline = models.ForeignKey(Deadline, models.CASCADE, related_name="warnings")
    round = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20)
    at = models.DateTimeField()  # when it was due
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["deadline", "round", "code"], name="deadline_warns_once"
            )
        ]

    def __str__(self):
        return self.code

    @property
    def is_late(self):
        return (self.given_at - self.at).total_seconds() > LATE_AFTER_MINUTES * 60


class DeadlineStep(StepRecord):
    subject = models.ForeignKey(Deadline, models.CASCADE, related_name="steps")

    def __str__(self):
        return self.step

    def get_step_display(self):
        return Step(self.step).label
