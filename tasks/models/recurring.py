from datetime import date, timedelta

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

WEEKDAYS = (
    pgettext_lazy("weekday", "Mo"),
    pgettext_lazy("weekday", "Tu"),
    pgettext_lazy("weekday", "We"),
    pgettext_lazy("weekday", "Th"),
    pgettext_lazy("weekday", "Fr"),
    pgettext_lazy("weekday", "Sa"),
    pgettext_lazy("weekday", "Su"),
)
Employee = settings.AUTH_USER_MODEL


class RecurringTaskQuerySet(models.QuerySet):
    def running(self):
        """Whose author has left asks nobody any more."""
        return self.filter(is_active=True, author__is_active=True)

    def with_all(self):
        return self.select_related("template", "author", "department").prefetch_related("people")


class RecurringTask(models.Model):
    """A rule by which a template is asked again: its author is the author of every task."""

    class Period(models.TextChoices):
        DAILY = "daily", pgettext_lazy("period", "Every working day")
        WEEKLY = "weekly", pgettext_lazy("period", "Every week")
        MONTHLY = "monthly", pgettext_lazy("period", "Every month, on a day")
        MONTH_END = "month_end", pgettext_lazy("period", "Every month, on the last working day")

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
    period = models.CharField(_("How often"), max_length=10, choices=Period)
    weekdays = ArrayField(
        models.PositiveSmallIntegerField(), verbose_name=_("Days of the week"), default=list
    )
    month_day = models.PositiveSmallIntegerField(
        _("Day of the month"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(31)],
    )
    # Up to this day everything is made; the clock goes on from the next one.
    made_until = models.DateField()
    is_active = models.BooleanField(_("In use"), default=True)

    objects = RecurringTaskQuerySet.as_manager()

    class Meta:
        ordering = ["-is_active", "pk"]
        verbose_name = _("Recurring task")
        default_permissions = ("change",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(period="weekly") | Q(weekdays__len__gt=0),
                name="recurring_week_has_days",
                violation_error_message=_("Choose the days of the week."),
            ),
            models.CheckConstraint(
                condition=~Q(period="monthly") | Q(month_day__range=(1, 31)),
                name="recurring_month_has_a_day",
                violation_error_message=_("Name the day of the month."),
            ),
        ]

    def __str__(self):
        return str(self.template)

    @property
    def when(self) -> str:
        if self.period == self.Period.WEEKLY:
            return ", ".join(str(WEEKDAYS[day - 1]) for day in sorted(self.weekdays))
        if self.period == self.Period.MONTHLY:
            return gettext("Every month, on the %(day)s") % {"day": self.month_day}
        return self.get_period_display()

    def is_meant_for(self, day: date, calendar) -> bool:
        """By the rule alone; where the day is free, the task is set on the next working day."""
        if self.period == self.Period.DAILY:
            return calendar.is_working(day)
        if self.period == self.Period.WEEKLY:
            return day.isoweekday() in self.weekdays
        if self.period == self.Period.MONTH_END:
            return day == calendar.last_working_of_month(day)
        last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return day.day == min(self.month_day, last.day)


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
