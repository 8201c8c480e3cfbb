from django import forms

from clients.models import Requisites

DIGITS = ("inn", "ogrn", "bik", "account", "correspondent_account")


class RequisitesForm(forms.ModelForm):
    """Spaces go, letters of a KPP become capitals; wrong check digits are shown and kept."""

    class Meta:
        model = Requisites
        fields = [
            "legal_name",
            "inn",
            "kpp",
            "ogrn",
            "legal_address",
            "signatory",
            "bank_name",
            "bik",
            "account",
            "correspondent_account",
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["legal_name"].widget.attrs["autofocus"] = True
        for name in (*DIGITS, "kpp"):
            field = self.fields[name]
            field.clean = _without_spaces(field.clean)
            field.widget.attrs |= {"maxlength": 30, "autocomplete": "off"}
            if name in DIGITS:
                field.widget.attrs["inputmode"] = "numeric"


def _without_spaces(clean):
    def cleaned(value):
        return clean("".join((value or "").split()).upper())

    return cleaned
