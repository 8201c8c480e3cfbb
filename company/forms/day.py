from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DayForm(forms.Form):
    day = forms.DateField(widget=forms.HiddenInput)
    is_working = forms.TypedChoiceField(
        label=_("On this day the firm"),
        choices=[
            ("no", pgettext_lazy("the firm", "Does not work")),
            ("yes", pgettext_lazy("the firm", "Works")),
        ],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label=_("Why"), max_length=120, required=False)
