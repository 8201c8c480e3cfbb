from django import forms
from django.utils.translation import gettext_lazy as _

from core.fields import PlainTextField


class SegmentForm(forms.Form):
    name = PlainTextField(label=_("Name of the segment"), max_length=100)
    is_shared = forms.BooleanField(
        label=_("For everybody"),
        required=False,
        help_text=_("Otherwise only you see it."),
    )
    is_frozen = forms.BooleanField(
        label=_("Frozen: whoever is in it now stays in it"),
        required=False,
        help_text=_("Otherwise clients come and go as the conditions hold for them."),
    )

    @classmethod
    def of(cls, segment, *args):
        names = ("name", "is_shared", "is_frozen")
        return cls(*args, initial={name: getattr(segment, name) for name in names})
