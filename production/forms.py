from django import forms
from django.utils.translation import gettext_lazy as _


class SendBackForm(forms.Form):
    note = forms.CharField(
        label=_("What is wrong and what is to be done again"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "autofocus": True}),
    )
