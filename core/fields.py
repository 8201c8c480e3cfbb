"""Form fields that read what people type: text without hidden characters, per cents."""

import re
import unicodedata
from decimal import Decimal

from django import forms
from django.utils.translation import gettext as _

_KEPT = {"\n", "\t"}
_HIDDEN = {"Cc", "Cf"}  # control characters, and those that turn the direction of writing
_PERCENT = re.compile(r"(\d{1,3})(?:[.,](\d))?%?")


def plain(text: str) -> str:
    text = text.replace("\r\n", "\n")
    return "".join(c for c in text if c in _KEPT or unicodedata.category(c) not in _HIDDEN)


class PlainTextField(forms.CharField):
    """Drops what cannot be seen; on one line unless its widget is a text area."""

    def to_python(self, value):
        text = super().to_python(plain(value) if isinstance(value, str) else value)
        return text if isinstance(self.widget, forms.Textarea) else " ".join(text.split())


class NumberField(forms.DecimalField):
    """«2 600,50» as people write it and as it is copied from the screen; 0 or more."""

    def __init__(self, *, min_value=0, **kwargs):
        super().__init__(min_value=min_value, **kwargs)

    def to_python(self, value):
        if isinstance(value, str):
            value = re.sub(r"\s", "", value).replace(",", ".")
        return super().to_python(value)


class PercentField(PlainTextField):
    """«7,5» or «7,5 %» as Decimal from 0 to 100; empty is zero."""

    def clean(self, value):
        typed = re.sub(r"\s", "", super().clean(value))
        match = _PERCENT.fullmatch(typed or "0")
        percent = Decimal(f"{match[1]}.{match[2] or 0}") if match else None
        if percent is None or percent > 100:
            raise forms.ValidationError(_("Type per cents from 0 to 100, for example 5 or 7,5."))
        return percent


class MomentField(forms.DateTimeField):
    """The browser's own field of a day and an hour; empty unless `required`."""

    SHAPE = "%Y-%m-%dT%H:%M"

    def __init__(self, **kwargs):
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=self.SHAPE)
        super().__init__(**{"required": False, "widget": widget, **kwargs})

    @classmethod
    def named(cls, text):
        """A moment that an address names; None for anything else."""
        try:
            return cls().clean(text)
        except forms.ValidationError:
            return None
