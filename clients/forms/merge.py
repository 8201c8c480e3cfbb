from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.actions import TERMS_RIGHT
from clients.merging import fields

NOTHING = "\u2014"


class MergeForm(forms.Form):
    """One choice per field in which the cards differ; the versions say what was looked at."""

    survivor_version = forms.IntegerField(widget=forms.HiddenInput)
    gone_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, survivor, gone, *args, by, **kwargs):
        versions = {"survivor_version": survivor.version, "gone_version": gone.version}
        super().__init__(*args, initial=versions, **kwargs)
        self.survivor, self.gone = survivor, gone
        self.differing = [
            field
            for field in fields.differing(survivor, gone)
            if field.code not in fields.TERMS or by.has_perm(TERMS_RIGHT)
            if by.sees_field(field.code.removeprefix("requisites."))
        ]
        for field in self.differing:
            self.fields[field.code] = _choice(field)

    @property
    def cards(self):
        return [self.survivor, self.gone]

    def rows(self):
        """The choices, for the template."""
        return [self[field.code] for field in self.differing]

    def content(self) -> dict:
        """What actions.merge takes."""
        typed = self.cleaned_data
        chosen = {field.code: typed[field.code] or field.usual for field in self.differing}
        versions = {
            self.survivor.pk: typed["survivor_version"],
            self.gone.pk: typed["gone_version"],
        }
        return {"choices": chosen, "versions": versions}


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
