from django import forms
from django.utils.translation import gettext_lazy as _

from company.forms.entry import EntryForm
from company.models import OwnField
from core.fields import PlainTextField

LONGEST_OPTION = 80


class OwnFieldForm(EntryForm):
    options = PlainTextField(
        label=_("List of answers"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("For “One of a list”: one answer a line."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["options"] = "\n".join(self.instance.options or ())

    def clean_options(self):
        lines = [" ".join(line.split()) for line in self.cleaned_data["options"].splitlines()]
        options = list(dict.fromkeys(filter(None, lines)))
        if any(len(option) > LONGEST_OPTION for option in options):
            raise forms.ValidationError(_("An answer has 80 characters at most."))
        return options

    def clean(self):
        cleaned = super().clean()
        kind = cleaned.get("kind", self.instance.kind)
        if "options" in cleaned and kind == OwnField.Kind.CHOICE and not cleaned["options"]:
            self.add_error("options", _("Name the answers to choose from."))
        return cleaned
