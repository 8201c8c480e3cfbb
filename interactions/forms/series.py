from django import forms
from django.utils.translation import gettext_lazy as _

from company.forms import RuleMixin, weekdays_field
from company.models import Employee
from company.models.recurrence import Period
from core.fields import PlainTextField
from core.widgets import DayInput
from interactions.forms.fields import (
    PurposeField,
    minutes_field,
    offer_own_length,
    reminder_field,
    who_may_hold,
)

WORDS = ("period", "weekdays", "month_day", "at", "minutes", "purpose", "place", "until")
LAST_OF_MONTH = 31


class ChangeSeriesForm(RuleMixin, forms.Form):
    """The rule and the words of a repetition from a day on."""

    since = forms.DateField(
        label=_("From what day on"),
        widget=DayInput,
        help_text=_("Those before it and those that have taken place stay as they are."),
    )
    period = forms.ChoiceField(label=_("Repeat"), choices=Period.choices)
    month_day = forms.IntegerField(
        label=_("Day of the month"), min_value=1, max_value=LAST_OF_MONTH, required=False
    )
    weekdays = weekdays_field()
    at = forms.TimeField(
        label=_("At what hour"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    minutes = minutes_field()
    purpose = PurposeField()
    place = PlainTextField(label=_("Place or link"), max_length=250, required=False)
    responsible = forms.ModelChoiceField(
        label=_("Responsible"), queryset=Employee.objects.none(), empty_label=None
    )
    remind_before = reminder_field()
    until = forms.DateField(label=_("Until what day"), widget=DayInput)

    def __init__(self, *args, series, since, **kwargs):
        kept = {name: getattr(series, name) for name in WORDS}
        kept |= {"responsible": series.responsible_id, "remind_before": series.remind_before}
        super().__init__(*args, initial=kept | {"since": since}, **kwargs)
        current = Employee.objects.filter(pk=series.responsible_id)
        self.fields["responsible"].queryset = (who_may_hold() | current).distinct()
        offer_own_length(self.fields["minutes"], series.minutes)

    def clean(self):
        """What the period does not need is left out, so that the rule says one thing."""
        typed = super().clean()
        if typed.get("period") != Period.WEEKLY:
            typed["weekdays"] = []
        if typed.get("period") != Period.MONTHLY:
            typed["month_day"] = None
        return typed
