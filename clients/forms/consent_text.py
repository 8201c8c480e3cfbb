from django import forms
from django.utils.translation import gettext_lazy as _

from company.forms.entry import EntryForm

FROZEN = ("purpose", "valid_from", "valid_months", "text")


class ConsentTextForm(EntryForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of the version")
        self.fields["text"].widget.attrs["rows"] = 12

    def clean(self):
        """What somebody has agreed to stays as they have read it."""
        cleaned = super().clean()
        agreed = self.instance.pk and self.instance.consents.exists()
        if agreed and set(FROZEN) & set(self.changed_data):
            raise forms.ValidationError(
                _("Somebody has agreed to this text already: add a new version instead.")
            )
        return cleaned
