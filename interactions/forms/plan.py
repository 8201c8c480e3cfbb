from django import forms
from django.utils.translation import gettext_lazy as _

from company.models import Employee
from core.fields import MomentField, PlainTextField
from interactions.forms.fields import (
    minutes_field,
    offer_own_length,
    reminder_field,
    who_may_hold,
)


class MoveForm(forms.Form):
    planned_at = MomentField(label=_("Planned for"), required=True)
    minutes = minutes_field()
    responsible = forms.ModelChoiceField(
        label=_("Responsible"), queryset=Employee.objects.none(), empty_label=None
    )
    note = PlainTextField(label=_("Why"), max_length=500, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        current = Employee.objects.filter(pk=self.initial.get("responsible"))
        self.fields["responsible"].queryset = (who_may_hold() | current).distinct()
        self.was_at = self.initial.get("planned_at")
        offer_own_length(self.fields["minutes"], self.initial.get("minutes"))

    @staticmethod
    def of(interaction):
        return {
            "planned_at": interaction.planned_at,
            "minutes": interaction.minutes,
            "responsible": interaction.responsible_id,
        }

    def clean_planned_at(self):
        """A browser sends minutes: what differs by seconds alone has not been moved."""
        moment = self.cleaned_data["planned_at"]
        same = moment == self.was_at.replace(second=0, microsecond=0)
        return self.was_at if same else moment


class CancelForm(forms.Form):
    reason = PlainTextField(
        label=_("Why it is cancelled"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )


class RemindForm(forms.Form):
    remind_before = reminder_field()


class SnoozeForm(forms.Form):
    """The moment is one of those that the page offers."""

    until = MomentField(required=True)
