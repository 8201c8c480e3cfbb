"""What several forms of interactions ask."""

from django import forms
from django.utils.translation import gettext_lazy as _

from company.models import Employee
from core.fields import PlainTextField
from interactions.lifecycle import HOLD_RIGHT
from interactions.models import InteractionKind

REMINDERS = [
    ("", _("Do not remind")),
    ("0", _("At the moment itself")),
    ("10", _("10 minutes before")),
    ("60", _("An hour before")),
    ("1440", _("A day before")),
]


class KindField(forms.ModelChoiceField):
    def __init__(self, **kwargs):
        named = {"label": _("Kind"), "queryset": InteractionKind.objects.all()}
        super().__init__(**{**named, **kwargs})

    @staticmethod
    def offered():
        return InteractionKind.objects.active()


class PurposeField(PlainTextField):
    """Typed freely; the firm's usual ones are offered below the field."""

    def __init__(self, **kwargs):
        widget = forms.TextInput(attrs={"list": "purposes", "autocomplete": "off"})
        super().__init__(**{"label": _("Purpose"), "max_length": 250, "widget": widget, **kwargs})


def note_field(rows=3, **kwargs):
    widget = forms.Textarea(attrs={"rows": rows})
    return PlainTextField(label=_("What was said"), required=False, widget=widget, **kwargs)


def reminder_field():
    return forms.TypedChoiceField(
        label=_("Remind"), choices=REMINDERS, coerce=int, empty_value=None, required=False
    )


def who_may_hold():
    return Employee.objects.with_rights(HOLD_RIGHT)
