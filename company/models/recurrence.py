"""The rule of what is made again and again: tasks, meetings."""

from datetime import date, timedelta

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

DAY = timedelta(days=1)
WEEKDAYS = (
    pgettext_lazy("weekday", "Mo"),
    pgettext_lazy("weekday", "Tu"),
    pgettext_lazy("weekday", "We"),
    pgettext_lazy("weekday", "Th"),
    pgettext_lazy("weekday", "Fr"),
    pgettext_lazy("weekday", "Sa"),
    pgettext_lazy("weekday", "Su"),
)


class Period(models.TextChoices):
    DAILY = "daily", pgettext_lazy("period", "Every working day")
    WEEKLY = "weekly", pgettext_lazy("period", "Every week")
    MONTHLY = "monthly", pgettext_lazy("period", "Every month, on a day")
    MONTH_END = "month_end", pgettext_lazy("period", "Every month, on the last working day")


class Recurrence(models.Model):
    """Where a day of the rule is free, it is the next working day."""

    Period = Period

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

    class Meta:
        abstract = True

    @property
    def when(self) -> str:
        if self.period == Period.WEEKLY:
            days = ", ".join(str(WEEKDAYS[day - 1]) for day in sorted(self.weekdays))
            return gettext("Every week: %(days)s") % {"days": days}
        if self.period == Period.MONTHLY:
            return gettext("Every month, on the %(day)s") % {"day": self.month_day}
        return self.get_period_display()

    def days(self, after: date, until: date, calendar):
        """(day of the rule, day on which it falls) of the days after the one and up to the other.
        The `calendar` knows a month before the first."""
        day = after
        while day < until:
            day += DAY
            if self.is_meant_for(day, calendar):
                yield day, calendar.next_working(day)

    def is_meant_for(self, day: date, calendar) -> bool:
        """By the rule alone."""
        if self.period == Period.DAILY:
            return calendar.is_working(day)
        if self.period == Period.WEEKLY:
            return day.isoweekday() in self.weekdays
        if self.period == Period.MONTH_END:
            return day == calendar.last_working_of_month(day)
        last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - DAY
        return day.day == min(self.month_day, last.day)


def rule_is_whole(name: str) -> list[models.CheckConstraint]:
    """What a table with a rule is held to; `name` begins the names of its constraints."""
    return [
        models.CheckConstraint(
            condition=~Q(period="weekly") | Q(weekdays__len__gt=0),
            name=f"{name}_week_has_days",
            violation_error_message=_("Choose the days of the week."),
        ),
        models.CheckConstraint(
            condition=~Q(period="monthly") | Q(month_day__range=(1, 31)),
            name=f"{name}_month_has_a_day",
            violation_error_message=_("Name the day of the month."),
        ),
    ]
