"""Fields of the line editor: typed text in, numbers out, the text kept when it cannot be read."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog import typed
from catalog.assortment import ProcessingFacts
from catalog.vocabulary import Unit

NOT_WORKED = "none"
SIDES = "ABCD"
AS_THE_WHOLE = ("", pgettext_lazy("edge of a side", "As the whole contour"))
_NUMERIC = {"inputmode": "numeric", "autocomplete": "off"}


class TypedField(forms.CharField):
    """`reads` turns the text into a value or raises a sentence; an empty field is `empty`."""

    def __init__(self, *, reads, empty, **kwargs):
        self.reads, self.empty = reads, empty
        super().__init__(required=False, max_length=400, **kwargs)

    def clean(self, value):
        text = super().clean(value)
        return self.reads(text) if text else self.empty


def size_field(label):
    widget = forms.TextInput(attrs=_NUMERIC | {"class": "numeric-input"})
    return TypedField(reads=typed.millimetres, empty=0, label=label, widget=widget)


def count_field(label, empty=0, **kwargs):
    widget = forms.TextInput(attrs=_NUMERIC | {"class": "numeric-input"})
    return TypedField(reads=typed.count, empty=empty, label=label, widget=widget, **kwargs)


def hand_price_field():
    return TypedField(
        reads=typed.roubles,
        empty=None,
        label=_("Price of a piece by hand, ₽"),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )


def agreed_price_field():
    return TypedField(
        reads=typed.roubles,
        empty=None,
        label=_("Its price as agreed, ₽"),
        help_text=_("Stands on the slip that the client gets; it is not part of the sum."),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )


def edge_of_side(side, edges):
    return forms.ChoiceField(
        label=_("Side %(side)s") % {"side": side},
        choices=[AS_THE_WHOLE, (NOT_WORKED, pgettext_lazy("edge", "Not worked")), *edges],
        required=False,
    )


def work_fields(facts: ProcessingFacts) -> dict[str, forms.Field]:
    """A number of pieces, a tick with a part of the surface, or letters of sides."""
    name = f"work_{facts.code}"
    if facts.unit == Unit.PIECE:
        return {name: count_field(facts.name)}
    if facts.unit == Unit.M2:
        return {
            name: forms.BooleanField(label=facts.name, required=False),
            f"area_{facts.code}": TypedField(
                reads=typed.square_metres,
                empty=None,
                label=_("Only a part, m²"),
                widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            ),
        }
    return {
        name: forms.CharField(
            label=facts.name,
            max_length=30,
            required=False,
            help_text=_("Letters of sides, or + for all."),
        )
    }
