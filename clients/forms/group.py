from django import forms

from clients.models import ClientGroup
from core.fields import NumberField


class GroupTermsForm(forms.ModelForm):
    class Meta:
        model = ClientGroup
        fields = ("deferral_days", "deferral_unit", "credit_limit")
        localized_fields = ("credit_limit",)
        field_classes = {"credit_limit": NumberField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["deferral_days"].widget.attrs["autofocus"] = True
