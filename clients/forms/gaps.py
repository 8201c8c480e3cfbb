"""The inputs of what is missing of one client: read as a cell of an import would be."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clients import attributes as kinds
from clients import regulation
from clients.importing import values
from company.models import Employee
from core import phones
from core.errors import Refused
from core.fields import PlainTextField

SMALL = {"class": "form-control form-control-sm", "autocomplete": "off"}
TYPES = {"phone": "tel", "email": "email"}
MOST_PHONES = 200


class GapsForm(forms.Form):
    """Whose gaps are shown, and which."""

    field = forms.ChoiceField(label=gettext_lazy("What is missing"), required=False)
    responsible = forms.ModelChoiceField(
        label=gettext_lazy("Manager"), queryset=Employee.objects.none(), required=False
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["field"].choices = [("", _("Anything")), *regulation.asked_for(user)]
        self.asks_anything = len(self.fields["field"].choices) > 1
        self.fields["responsible"].queryset = Employee.objects.to_choose_from()
        self.fields["responsible"].empty_label = _("All")


class Inputs:
    """What each attribute is typed into, made once for all rows of a page."""

    def __init__(self, known):
        self.known = known
        self.readers, self.choices = {}, {}

    def can_be_typed(self, code):
        return code in self.known and (self.known[code].editable or code == "phone")

    def read(self, code, cell):
        if code not in self.readers:
            self.readers[code] = _numbers if code == "phone" else values.reader(self.known[code])
        return self.readers[code](cell)

    def field(self, code):
        attribute = self.known[code]
        if attribute.kind == kinds.CHOICE:
            if code not in self.choices:
                self.choices[code] = [(str(label), label) for _value, label in attribute.choices()]
            return _choice(attribute, self.choices[code])
        if attribute.kind == kinds.FLAG:
            answers = (_("Yes"), _("No"))
            return _choice(attribute, [(each.lower(), each) for each in answers])
        typed = {"type": "date" if attribute.kind == kinds.DATE else TYPES.get(code, "text")}
        return PlainTextField(
            label=attribute.label, required=False, widget=forms.TextInput(attrs=SMALL | typed)
        )


class GapForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, client, codes, inputs, **kwargs):
        super().__init__(
            *args, initial={"version": client.version}, prefix=f"client-{client.pk}", **kwargs
        )
        self.inputs = inputs
        self.codes = [code for code in codes if inputs.can_be_typed(code)]
        self.fields |= {code: inputs.field(code) for code in self.codes}

    def typed(self):
        return [self[code] for code in self.codes]

    def clean(self):
        """{attribute: value} of what was typed."""
        self.given = {}
        for code in self.codes:
            if cell := self.cleaned_data.get(code):
                try:
                    self.given[self.inputs.known[code]] = self.inputs.read(code, cell)
                except (ValueError, Refused) as fault:
                    self.add_error(code, getattr(fault, "message", str(fault)))
        return self.cleaned_data


def _choice(attribute, choices):
    return forms.ChoiceField(
        label=attribute.label,
        choices=[("", "\u2014"), *choices],
        required=False,
        widget=forms.Select(attrs={"class": "form-select form-select-sm"}),
    )


def _numbers(cell):
    phones.find_in_lines(cell)
    return cell[:MOST_PHONES]
