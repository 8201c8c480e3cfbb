from datetime import timedelta
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from clients.models import ContactPerson
from core import clock
from core.fields import PlainTextField
from core.forms import VerbForm
from core.widgets import DayInput
from orders.work_orders.forms import OrderForm
from sales.models import Deal, SaleProcess
from sales.proposals import words

OF_ORDERS = ("order", "address", "comment", "wished_on", "signature", "amount", "method", "receipt")


def _long(label, rows, **options):
    widget = forms.Textarea(attrs={"rows": rows})
    return PlainTextField(label=label, max_length=8000, widget=widget, **options)


class ProposalForm(OrderForm):
    """The fields of the screen besides its lines; the client is found or taken down as at the
    order desk."""

    title = PlainTextField(
        label=gettext_lazy("What it is about"),
        max_length=200,
        error_messages={"required": gettext_lazy("Say in a few words what is offered.")},
    )
    person = forms.ModelChoiceField(
        ContactPerson.objects,
        label=gettext_lazy("Contact person"),
        required=False,
        empty_label=pgettext_lazy("contact person", "Nobody in particular"),
    )
    deal = forms.ModelChoiceField(Deal.objects, required=False, widget=forms.HiddenInput)
    valid_until = forms.DateField(label=gettext_lazy("Holds until"), widget=DayInput)
    text = _long(gettext_lazy("Text"), 5, required=False)
    terms = _long(gettext_lazy("Terms"), 3, required=False)

    def __init__(self, data=None, *, by, **kwargs):
        super().__init__(data, by=by, **kwargs)
        for name in OF_ORDERS:
            del self.fields[name]
        client = str(self["client"].value() or "")
        of_client = ContactPerson.objects.filter(client=client if client.isdecimal() else None)
        self.fields["person"].queryset = of_client.filter(left_on=None)
        self.fields["deal"].queryset = Deal.objects.visible_to(by)
        self.fields["text"].help_text = _("Fields: %(names)s.") % {"names": words.names()}

    def clean_valid_until(self):
        day = self.cleaned_data["valid_until"]
        if day < clock.today():
            raise forms.ValidationError(_("This day has passed already."))
        if day > clock.today() + timedelta(days=366):
            raise forms.ValidationError(_("A proposal holds for a year at most."))
        return day

    def clean_text(self):
        return _known_fields(self.cleaned_data["text"])

    def clean_terms(self):
        return _known_fields(self.cleaned_data["terms"])


def _known_fields(text):
    if unknown := words.unknown(text):
        said = {"names": ", ".join(f"{{{name}}}" for name in unknown)}
        raise forms.ValidationError(_("There is no such field: %(names)s.") % said)
    return text


class SendProposalForm(VerbForm):
    token = forms.UUIDField(widget=forms.HiddenInput)
    to = forms.EmailField(label=gettext_lazy("Client's e-mail"))
    text = PlainTextField(
        label=gettext_lazy("A few words of your own"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, **kwargs):
        kwargs["initial"] = {"token": uuid4(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)


class WordsForm(VerbForm):
    words = PlainTextField(
        label=gettext_lazy("What the client says"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DealForm(VerbForm):
    process = forms.ModelChoiceField(
        SaleProcess.objects.none(), label=gettext_lazy("Process of sale"), empty_label=None
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["process"].queryset = SaleProcess.objects.active()
