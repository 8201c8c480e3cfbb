"""The fields of the order screen besides its lines: the client, the terms, the prepayment."""

from uuid import uuid4

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from clients.models import AdSource, Client
from core import clock, phones
from core.errors import Refused
from core.fields import PercentField, PlainTextField
from orders.models import Payment, WorkOrder
from orders.money.fields import MoneyField, ReceiptField
from orders.work_orders.pricing import NewClient, Prepayment
from orders.work_orders.signature_field import SignatureField


class OrderForm(forms.Form):
    """A known client is named by `client`; otherwise phone, name and source make a new one."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    order = forms.ModelChoiceField(WorkOrder.objects, required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    client = forms.ModelChoiceField(Client.objects, required=False, widget=forms.HiddenInput)
    is_another = forms.BooleanField(required=False, widget=forms.HiddenInput)
    phone = PlainTextField(label=gettext_lazy("Phone"), max_length=120, required=False)
    name = PlainTextField(label=gettext_lazy("Name"), max_length=200, required=False)
    # What the screen was opened for: the number and kind of a row of an app above, «sales.deal-17».
    ground = forms.CharField(max_length=80, required=False, widget=forms.HiddenInput)
    ad_source = forms.ModelChoiceField(
        AdSource.objects,
        label=gettext_lazy("How they heard of us"),
        required=False,
        empty_label=pgettext_lazy("ad source", "Not chosen"),
    )
    address = PlainTextField(
        label=gettext_lazy("Address of delivery or installation"), max_length=250, required=False
    )
    comment = PlainTextField(
        label=gettext_lazy("Comment"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 1}),
    )
    discount_percent = PercentField(
        label=gettext_lazy("Discount, %"), max_length=10, required=False
    )
    wished_on = forms.DateField(
        label=gettext_lazy("Wished by the client for"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    reason = PlainTextField(
        label=gettext_lazy("Why a decision is asked for"), max_length=250, required=False
    )
    signature = SignatureField(required=False)
    amount = MoneyField(
        label=gettext_lazy("Prepayment, ₽"),
        min_value=0,
        required=False,
        error_messages={"min_value": gettext_lazy("A prepayment is more than 0, or empty.")},
    )
    method = forms.ChoiceField(
        label=gettext_lazy("Paid by"), choices=Payment.Method, initial=Payment.Method.CASH
    )
    receipt = ReceiptField(
        required=False,
        widget=forms.TextInput({"placeholder": gettext_lazy("number or QR, also later")}),
    )

    def __init__(self, data=None, *, by, **kwargs):
        super().__init__(data, initial={"token": uuid4(), **kwargs.pop("initial", {})}, **kwargs)
        self.by = by
        self.fields["client"].queryset = Client.objects.visible_to(by)
        self.fields["order"].queryset = WorkOrder.objects.visible_to(by)
        self.fields["ad_source"].queryset = AdSource.objects.active()
        self._find_while_typing("phone", "name")
        for field in self.fields.values():
            look = "form-select" if isinstance(field.widget, forms.Select) else "form-control"
            field.widget.attrs["class"] = look

    def _find_while_typing(self, *names):
        """Each of them looks for the client; its answers are shown in one place."""
        for name in names:
            self.fields[name].widget.attrs |= {
                "role": "combobox",
                "aria-expanded": "false",
                "aria-controls": "found-clients",
                "aria-autocomplete": "list",
                "hx-get": reverse("orders:find_client"),
                "hx-trigger": "input changed delay:150ms",
                "hx-target": "#found-clients",
                "hx-sync": "this:replace",
                "data-poll": "",
            }
        self.fields["amount"].widget.attrs |= {"data-shortcut": "alt+p", "title": _("Prepayment")}
        self.fields["phone"].widget.attrs |= {"autofocus": True, "data-phone": ""}

    def clean_wished_on(self):
        day = self.cleaned_data["wished_on"]
        if day and day < clock.today():
            raise forms.ValidationError(_("This day has passed already."))
        return day

    def clean(self):
        data = super().clean()
        if data.get("receipt") and not data.get("amount") and "amount" not in self.errors:
            self.add_error("amount", _("Type the sum that this receipt is for."))
        if "client" in self.errors:
            self.add_error("phone", _("This client is not in the base any more: find them again."))
        elif client := data.get("client"):
            self._offer_source_of(client)
        else:
            self._complain_of_new_client(data)
        return data

    def _offer_source_of(self, client):
        """An order that names no source of its own came the way the client once came."""
        if client.ad_source:
            words = {"source": client.ad_source.name}
            self.fields["ad_source"].empty_label = _("As before: %(source)s") % words

    def _complain_of_new_client(self, data):
        if "phone" not in self.errors and (sentence := _wrong_phone(data["phone"])):
            self.add_error("phone", sentence)
        if "name" not in self.errors and not data["name"]:
            self.add_error("name", _("Ask for the client's name."))
        asked = data.get("ad_source") or "ad_source" in self.errors
        if not asked and self.fields["ad_source"].queryset.exists():
            self.add_error("ad_source", _("Ask how the client has heard of us."))

    def who(self) -> Client | NewClient:
        data = self.cleaned_data
        return data["client"] or NewClient(data["name"], data["phone"], data["is_another"])

    def prepayment(self) -> Prepayment | None:
        amount = self.cleaned_data["amount"]
        data = self.cleaned_data
        return Prepayment(amount, data["method"], data["receipt"]) if amount else None


def _wrong_phone(typed) -> str:
    if not typed:
        return _("Find the client by phone or name, or type the phone of a new one.")
    try:
        phones.find_in_lines(typed)
    except Refused as refusal:
        return refusal.message
    return ""
