from django import forms

from company.models import Office


class UnloadedForm(forms.Form):
    """Where pieces were unloaded; empty: where their list was going."""

    office = forms.ModelChoiceField(Office.objects.all(), required=False)
