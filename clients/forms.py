from django import forms
from django.utils.translation import gettext_lazy as _

from clients.actions import TERMS_RIGHT
from clients.models import AdSource, Client
from company.models import Employee
from core import phones, registry
from core.errors import Refused
from core.fields import PercentField, PlainTextField

PRICE_LEVELS = "price-levels"  # the dictionary's code
KEPT = ("name", "kind", "ad_source", "email", "address", "note", "price_level", "version")


class ClientForm(forms.Form):
    """Name, phone and ad source register a client; the rest may wait."""

    phone = PlainTextField(
        label=_("Phone"),
        max_length=120,
        required=False,
        widget=forms.TextInput(
            attrs={"type": "tel", "data-phone": True, "autocomplete": "off", "inputmode": "tel"}
        ),
    )
    name = PlainTextField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=Client.Kind.choices, initial="person")
    ad_source = forms.ModelChoiceField(
        label=_("How they heard of us"),
        queryset=AdSource.objects.none(),
        required=False,
        empty_label=_("Not known"),
    )
    more_phones = PlainTextField(
        label=_("More phones"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One number a line; an extension after “ext.”."),
    )
    email = forms.EmailField(label=_("E-mail"), required=False)
    address = PlainTextField(label=_("Address"), max_length=250, required=False)
    note = PlainTextField(
        label=_("Note"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args, client=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.client = client
        sources = AdSource.objects.active()
        if client and client.ad_source_id:
            sources = sources | AdSource.objects.filter(pk=client.ad_source_id)
        self.fields["ad_source"].queryset = sources
        self.fields["phone"].widget.attrs["autofocus"] = True

    @classmethod
    def of(cls, client, *args, **kwargs):
        numbers = [str(phone) for phone in client.phones.all() if not phone.person_id]
        kept = {
            "phone": numbers[0] if numbers else "",
            "more_phones": "\n".join(numbers[1:]),
            "responsible": client.responsible_id,
            "discount_percent": f"{client.discount_percent.normalize():f}",
            **{name: getattr(client, name) for name in KEPT},
        }
        return cls(*args, client=client, initial=kept, **kwargs)

    def clean_phone(self):
        return self._numbers("phone")

    def clean_more_phones(self):
        return self._numbers("more_phones")

    def _numbers(self, name):
        text = self.cleaned_data[name]
        try:
            phones.find_in_lines(text)
        except Refused as refusal:
            raise forms.ValidationError(refusal.message) from None
        return text

    def content(self) -> dict:
        """What actions.add and actions.change take."""
        content = dict(self.cleaned_data)
        content["phone_text"] = f"{content.pop('phone')}\n{content.pop('more_phones')}"
        content.pop("version", None)
        return content


class AddForm(ClientForm):
    def clean(self):
        if not self.errors and not self.cleaned_data["phone"] and not self.cleaned_data["email"]:
            self.add_error("phone", _("Without a phone or an e-mail nobody can reach the client."))
        return super().clean()


class EditForm(ClientForm):
    """The price level and the discount are there for those who may set them."""

    responsible = forms.ModelChoiceField(
        label=_("Manager"), queryset=Employee.objects.none(), empty_label=None
    )
    price_level = forms.ChoiceField(label=_("Price level"))
    discount_percent = PercentField(label=_("Discount, %"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        working = Employee.objects.working()
        kept = Employee.objects.filter(pk=self.client.responsible_id)
        self.fields["responsible"].queryset = working | kept
        if by.has_perm(TERMS_RIGHT):
            self.fields["price_level"].choices = _price_levels(self.client.price_level)
        else:
            del self.fields["price_level"], self.fields["discount_percent"]


def _price_levels(kept):
    """The dictionary belongs to the price list, which stands above this app."""
    levels = [
        (level.code, level.name)
        for level in registry.dictionaries[PRICE_LEVELS].entries()
        if level.is_active or level.code == kept
    ]
    known = {code for code, _name in levels}
    return levels if kept in known else [(kept, _("Ordinary prices")), *levels]
