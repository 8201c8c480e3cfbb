from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.actions import TERMS_RIGHT
from clients.merging import fields

NOTHING = "\u2014"


class ChoiceForm(forms.Form):
    """One choice for each field in which two rows differ."""

    def __init__(self, differing, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.differing = differing
        for field in differing:
            self.fields[field.code] = _choice(field)

    def rows(self):
        """The choices, for the template."""
        return [self[field.code] for field in self.differing]

    def choices(self) -> dict:
        typed = self.cleaned_data
        return {field.code: typed[field.code] or field.usual for field in self.differing}


class MergeForm(ChoiceForm):
    """Two cards; the versions say what was looked at."""

    survivor_version = forms.IntegerField(widget=forms.HiddenInput)
    gone_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, survivor, gone, *args, by, **kwargs):
        versions = {"survivor_version": survivor.version, "gone_version": gone.version}
        self.survivor, self.gone = survivor, gone
        differing = [
            field
            for field in fields.differing(survivor, gone)
            if field.code not in fields.TERMS or by.has_perm(TERMS_RIGHT)
            if by.sees_field(field.code.removeprefix("requisites."))
        ]
        super().__init__(differing, *args, initial=versions, **kwargs)

    @property
    def cards(self):
        return [self.survivor, self.gone]

    def content(self) -> dict:
        """What actions.merge takes."""
        typed = self.cleaned_data
        versions = {
            self.survivor.pk: typed["survivor_version"],
            self.gone.pk: typed["gone_version"],
        }
        return {"choices": self.choices(), "versions": versions}


def _choice(field):
    words = {
        fields.MINE: field.mine or NOTHING,
        fields.THEIRS: field.theirs or NOTHING,
        fields.BOTH: pgettext_lazy("merge", "Both, under each other"),
    }
    return forms.ChoiceField(
        label=field.label,
        required=False,
        initial=field.usual,
        choices=[(side, words[side]) for side in field.sides],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one of the values.")},
    )
