from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models import Employee
from core.fields import PlainTextField
from interactions.lifecycle import HOLD_RIGHT, Result
from interactions.models import Interaction


class MomentField(forms.DateTimeField):
    def __init__(self, **kwargs):
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(widget=widget, required=False, **kwargs)


class ResultForm(forms.Form):
    """What came of a call; `soon` is the button of a moment named beforehand."""

    note = PlainTextField(
        label=_("What was said"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    result = forms.ChoiceField(choices=Result.choices, required=False)
    soon = MomentField()
    again_at = MomentField(label=_("Another time"))

    def clean(self):
        cleaned = super().clean()
        if soon := cleaned.pop("soon", None):
            cleaned["result"], cleaned["again_at"] = Result.AGAIN, soon
        if not self.errors and not cleaned.get("result"):
            raise forms.ValidationError(_("Say what came of it."))
        if cleaned.get("result") != Result.AGAIN:
            cleaned["again_at"] = None
        elif not self.errors and not cleaned["again_at"]:
            self.add_error("again_at", _("Say when to call again."))
        return cleaned


class AddForm(forms.Form):
    channel = forms.ChoiceField(label=_("Channel"), choices=Interaction.Channel.choices)
    direction = forms.ChoiceField(
        label=pgettext_lazy("interaction", "Whose initiative"),
        choices=Interaction.Direction.choices,
    )
    purpose = PlainTextField(
        label=_("Purpose"), max_length=250, widget=forms.TextInput(attrs={"autofocus": True})
    )
    planned_at = MomentField(label=_("Planned for"), help_text=_("Empty: it has just taken place."))
    responsible = forms.ModelChoiceField(
        label=_("Responsible"), queryset=Employee.objects.none(), empty_label=None
    )
    note = PlainTextField(
        label=_("What was said"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        working = Employee.objects.working()
        self.fields["responsible"].queryset = working.filter(role__rights__contains=[HOLD_RIGHT])
