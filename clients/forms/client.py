from django import forms
from django.utils.translation import gettext_lazy as _

from clients.actions import TERMS_RIGHT
from clients.forms.hidden import drop_hidden
from clients.forms.reach import FurtherAddresses, FurtherReach, numbers
from clients.models import AdSource, Client, ClientGroup, ConsentText, Region, Tag
from company import own_fields
from company.models import Employee
from core import registry
from core.fields import PercentField, PlainTextField

PRICE_LEVELS = "price-levels"  # the dictionary's code
PARTS = ("is_client", "is_supplier", "is_partner")
KEPT = ("name", "kind", "ad_source", "email", "address", "note", "price_level", "version")
KEPT += ("region", "sector", "group", *PARTS)
REACH = {"more_emails": "emails", "messengers": "messengers", "addresses": "addresses"}


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
    region = forms.ModelChoiceField(
        label=_("Region"), queryset=Region.objects.none(), required=False, empty_label="\u2014"
    )
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
        self.fields["region"].queryset = Region.objects.offered(client and client.region_id)
        if not client and not Region.objects.active().exists():
            del self.fields["region"]
        self.fields["phone"].widget.attrs["autofocus"] = True

    @classmethod
    def of(cls, client, *args, **kwargs):
        written = [str(phone) for phone in client.phones.all() if not phone.person_id]
        kept = {
            "phone": written[0] if written else "",
            "more_phones": "\n".join(written[1:]),
            "responsible": client.responsible_id,
            "discount_percent": f"{client.discount_percent.normalize():f}",
            **{name: getattr(client, name) for name in KEPT},
        }
        return cls(*args, client=client, initial=kept, **kwargs)

    def clean_phone(self):
        return numbers(self.cleaned_data["phone"])

    def clean_more_phones(self):
        return numbers(self.cleaned_data["more_phones"])

    def content(self) -> dict:
        """What actions.add and actions.change take."""
        content = dict(self.cleaned_data)
        if "phone" in self.fields:
            content["phone_text"] = f"{content.pop('phone')}\n{content.pop('more_phones')}"
        content.pop("version", None)
        return content


class AddForm(ClientForm):
    """What was signed at once is noted at once; without texts in force nothing is asked."""

    agrees_to_processing = forms.BooleanField(
        label=_("Agrees to the processing of personal data (signed)"), required=False
    )
    agrees_to_advertising = forms.BooleanField(
        label=_("Agrees to advertising: calls, SMS, e-mail, messengers (signed)"), required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        known = set(ConsentText.objects.in_force().values_list("purpose", flat=True))
        for purpose in ("processing", "advertising"):
            if purpose not in known:
                del self.fields[f"agrees_to_{purpose}"]

    def content(self) -> dict:
        content = super().content()
        names = ("agrees_to_processing", "agrees_to_advertising")
        signed = [name.removeprefix("agrees_to_") for name in names if content.pop(name, False)]
        return content | {"signed": signed}

    def clean(self):
        if not self.errors and not self.cleaned_data["phone"] and not self.cleaned_data["email"]:
            self.add_error("phone", _("Without a phone or an e-mail nobody can reach the client."))
        return super().clean()


class EditForm(ClientForm, FurtherReach, FurtherAddresses):
    """The price level and the discount are there for those who may set them; the firm's own fields
    stand at the end."""

    sector = forms.ChoiceField(label=_("Buys"), choices=Client.Sector.choices)
    is_client = forms.BooleanField(label=_("Client"), required=False)
    is_supplier = forms.BooleanField(label=_("Supplier"), required=False)
    is_partner = forms.BooleanField(label=_("Partner"), required=False)
    group = forms.ModelChoiceField(
        label=_("Group of organisations"),
        queryset=ClientGroup.objects.none(),
        required=False,
        empty_label="\u2014",
    )
    tags = forms.ModelMultipleChoiceField(
        label=_("Tags"),
        queryset=Tag.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

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
        self.fields["group"].queryset = ClientGroup.objects.offered(self.client.group_id)
        carried = [tag.pk for tag in self.client.tags.all()]
        self.fields["tags"].queryset = Tag.objects.active() | Tag.objects.filter(pk__in=carried)
        self.initial |= self._further() | {"tags": carried}
        self.own = own_fields.fields_of(Client)
        self.fields |= own_fields.form_fields(self.own, self.client.own)
        if by.has_perm(TERMS_RIGHT):
            self.fields["price_level"].choices = _price_levels(self.client.price_level)
        else:
            del self.fields["price_level"], self.fields["discount_percent"]
        drop_hidden(self, by)
        self.own = [each for each in self.own if own_fields.name_of(each) in self.fields]

    def _further(self):
        """Those of the client itself; its people have theirs on their own pages."""
        emails, messengers = self.client.emails, self.client.messengers
        written = FurtherReach.written(emails.filter(person=None), messengers.filter(person=None))
        return written | FurtherAddresses.written(self.client.addresses.all())

    def own_bound(self):
        """The firm's own fields, as the template draws them."""
        return [self[own_fields.name_of(field)] for field in self.own]

    def clean(self):
        cleaned = super().clean()
        if not any(cleaned.get(part) for part in PARTS):
            self.add_error("is_client", _("Say what part the card plays: client, supplier…"))
        if not cleaned.get("email") and cleaned.get("more_emails"):
            cleaned["email"] = cleaned["more_emails"].pop(0)
        return cleaned

    def content(self) -> dict:
        content = super().content()
        content["reach"] = {
            kept: content.pop(name) for name, kept in REACH.items() if name in content
        }
        content["own"] = own_fields.collected(self.own, self.client.own, content)
        for field in self.own:
            del content[own_fields.name_of(field)]
        return content


def _price_levels(kept):
    """The dictionary belongs to the price list, which stands above this app."""
    levels = [
        (level.code, level.name)
        for level in registry.dictionaries[PRICE_LEVELS].entries()
        if level.is_active or level.code == kept
    ]
    known = {code for code, _name in levels}
    return levels if kept in known else [(kept, _("Ordinary prices")), *levels]
