from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from company.models.recurrence import Recurrence, rule_is_whole

Employee = settings.AUTH_USER_MODEL


class RecurringTaskQuerySet(models.QuerySet):
    def running(self):
        """Whose author has left asks nobody any more."""
        return self.filter(is_active=True, author__is_active=True)

    def with_all(self):
        return self.select_related("template", "author", "department").prefetch_related("people")


class RecurringTask(Recurrence):
    """A rule by which a template is asked again: its author is the author of every task."""

    template = models.ForeignKey(
        "tasks.TaskTemplate", models.PROTECT, related_name="+", verbose_name=_("Template of tasks")
    )
    author = models.ForeignKey(
        Employee, models.PROTECT, related_name="+", verbose_name=_("Asked by")
    )
    people = models.ManyToManyField(
        Employee, related_name="+", verbose_name=_("Employees"), blank=True
    )
    department = models.ForeignKey(
        "company.Department",
        models.PROTECT,
        related_name="+",
        verbose_name=_("Department"),
        null=True,
        blank=True,
    )
    is_active = models.BooleanField(_("In use"), default=True)

    objects = RecurringTaskQuerySet.as_manager()

    class Meta:
        ordering = ["-is_active", "pk"]
        verbose_name = _("Recurring task")
        default_permissions = ("change",)
        constraints = rule_is_whole("recurring")

    def __str__(self):
        return str(self.template)


class RecurringRun(models.Model):
    """One day of a rule for which the tasks were set: the row is what makes them the only ones."""

    rule = models.ForeignKey(RecurringTask, models.CASCADE, related_name="runs")
    day = models.DateField()
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        ordering = [F("day").desc()]
        constraints = [models.UniqueConstraint(fields=["rule", "day"], name="recurring_run_once")]

    def __str__(self):
        return f"{self.rule_id}: {self.day:%d.%m.%Y}"
