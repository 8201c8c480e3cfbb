"""The fields in which the values of a condition are typed or chosen."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.fields import NumberField, PlainTextField
from core.widgets import DayInput

SMALL = {"class": "form-control form-control-sm"}
MOST_DAYS = 36_500


def text(attribute):
    return [PlainTextField(label=_("What to look for"), max_length=200, widget=_input())]


def number(attribute):
    return [_number(_("How many"))]


def two_numbers(attribute):
    return [_number(pgettext_lazy("condition", "From")), _number(pgettext_lazy("condition", "To"))]


def day(attribute):
    return [_day(_("Which day"))]


def two_days(attribute):
    return [_day(pgettext_lazy("condition", "From")), _day(pgettext_lazy("condition", "To"))]


def days(attribute):
    widget = forms.NumberInput(attrs=SMALL)
    return [
        forms.IntegerField(label=_("Days"), min_value=0, max_value=MOST_DAYS, widget=widget),
    ]


def several(attribute):
    """One field that holds all of the values."""
    choices = [(str(value), label) for value, label in attribute.choices()]
    widget = forms.SelectMultiple(
        attrs={"class": "form-select form-select-sm", "data-search": True, "data-remove": "×"}
    )
    return [SeveralField(label=_("Which"), choices=choices, widget=widget)]


class SeveralField(forms.MultipleChoiceField):
    """What was chosen once and is there no more, as a manager without clients, matches nobody."""

    def clean(self, value):
        chosen = self.to_python(value)
        if not chosen:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return [each for each in chosen if self.valid_value(each)]


def _input():
    return forms.TextInput(attrs=SMALL)


def _number(label):
    return NumberField(
        label=label, min_value=None, max_digits=16, decimal_places=3, widget=_input()
    )


def _day(label):
    return forms.DateField(label=label, widget=DayInput(attrs=SMALL))
