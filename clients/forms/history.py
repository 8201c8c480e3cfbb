from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.widgets import DayInput


class HistoryForm(forms.Form):
    """What of a client's history is shown: one field's, or how the card stood on a day."""

    field = forms.ChoiceField(label=pgettext_lazy("of a history", "What changed"), required=False)
    on = forms.DateField(label=_("As it was on"), required=False, widget=DayInput)
    before = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, fields, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["field"].choices = [("", _("Everything")), *fields]
