from django import forms
from django.utils.translation import gettext_lazy as _

from company.whom import Everybody, WhomField
from core.fields import PlainTextField
from core.forms import VerbForm


class HandOverForm(VerbForm):
    """Whom it is given to: those with `right`, without who has it now."""

    to = WhomField(label=_("Whom"))
    note = PlainTextField(
        label=_("Remark"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args, by, right, without=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].meet(Everybody(by, right=right, without=without))


class DeclineForm(VerbForm):
    note = PlainTextField(
        label=_("Why not"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
