"""What several forms of interactions ask."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from company.models import Employee
from core.fields import PlainTextField
from interactions.lifecycle import HOLD_RIGHT
from interactions.models import USUAL_MINUTES, InteractionKind

REMINDERS = [
    ("", _("Do not remind")),
    ("0", _("At the moment itself")),
    ("10", _("10 minutes before")),
    ("60", _("An hour before")),
    ("1440", _("A day before")),
]
LENGTHS = [
    (15, _("15 minutes")),
    (30, _("Half an hour")),
    (45, _("45 minutes")),
    (60, _("An hour")),
    (90, _("An hour and a half")),
    (120, _("Two hours")),
    (180, _("Three hours")),
    (240, _("Four hours")),
    (480, _("Eight hours")),
]


class KindSelect(forms.Select):
    """Its options say what the kind asks for, so that the style sheet shows only those fields."""

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        kind = getattr(value, "instance", None)
        if kind and kind.has_place:
            option["attrs"]["data-has-place"] = ""
        return option


class KindField(forms.ModelChoiceField):
    def __init__(self, **kwargs):
        kinds = InteractionKind.objects.all()
        named = {"label": _("Kind"), "queryset": kinds, "widget": KindSelect}
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


def minutes_field():
    return forms.TypedChoiceField(
        label=_("How long"),
        choices=LENGTHS,
        coerce=int,
        empty_value=USUAL_MINUTES,
        initial=USUAL_MINUTES,
        required=False,
    )


def offer_own_length(field, minutes):
    """It may have been drawn to any length in the calendar."""
    if minutes and minutes not in dict(field.choices):
        own = (minutes, gettext("%(count)s min") % {"count": minutes})
        field.choices = sorted([*field.choices, own])
    field.empty_value = minutes


def who_may_hold():
    return Employee.objects.with_rights(HOLD_RIGHT)
