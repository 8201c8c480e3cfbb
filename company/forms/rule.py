from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from company.models.recurrence import WEEKDAYS, Period


def weekdays_field():
    return forms.TypedMultipleChoiceField(
        label=gettext_lazy("Days of the week"),
        choices=list(enumerate(WEEKDAYS, start=1)),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class RuleMixin:
    """A form with period, weekdays and month_day: each period with what it needs."""

    def clean(self):
        typed = super().clean()
        if typed.get("period") == Period.WEEKLY and not typed.get("weekdays"):
            self.add_error("weekdays", _("Choose the days of the week."))
        if typed.get("period") == Period.MONTHLY and not typed.get("month_day"):
            self.add_error("month_day", _("Name the day of the month."))
        return typed
