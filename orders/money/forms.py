import re
from uuid import uuid4

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from core.fields import PlainTextField
from orders.models import Payment
from orders.money.fields import MoneyField
from orders.money.fiscal_receipt import FiscalReceipt, UnreadableQr, read_fiscal_qr
from orders.money.lifecycle import ReceiptState

NUMBER = re.compile(r"\d{1,10}")


class PlainForm(forms.Form):
    """Drawn within a page's own form element."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper(self)
        self.helper.form_tag = False
        self.helper.disable_csrf = True


class MoneyForm(PlainForm):
    """Each form carries a token: pressed twice, it moves the money once."""

    prefix_of_ids = ""
    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("auto_id", f"{self.prefix_of_ids}-%s")
        kwargs["initial"] = {"token": uuid4(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)


def method_field():
    return forms.ChoiceField(
        label=_("Method"), choices=Payment.Method.choices, initial=Payment.Method.CASH
    )


class ReceiptField(PlainTextField):
    """The cash register's receipt: its number, or the text of its QR code."""

    default_error_messages = {
        "unreadable": _("This is neither a receipt's number nor the text of its QR code.")
    }

    def __init__(self, **kwargs):
        kwargs = {"label": _("Receipt of the cash register"), "max_length": 200, **kwargs}
        super().__init__(**kwargs)

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "autocomplete": "off", "inputmode": "numeric"}

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        if NUMBER.fullmatch(text):
            return FiscalReceipt(number=text.lstrip("0") or "0")
        try:
            return read_fiscal_qr(text)
        except UnreadableQr:
            raise forms.ValidationError(self.error_messages["unreadable"]) from None


def ground_field():
    return PlainTextField(label=_("Ground"), max_length=250)


class TakePaymentForm(MoneyForm):
    prefix_of_ids = "take"
    amount = MoneyField(label=_("Sum, ₽"))
    method = method_field()
    receipt = ReceiptField(required=False)


class RefundForm(MoneyForm):
    prefix_of_ids = "refund"
    amount = MoneyField(label=_("Sum, ₽"))
    method = method_field()
    receipt = ReceiptField(required=False)
    ground = ground_field()


class CorrectForm(PlainForm):
    ground = ground_field()

    def __init__(self, *args, payment, **kwargs):
        super().__init__(*args, auto_id=f"correct-{payment.pk}-%s", **kwargs)


class WriteReceiptForm(PlainForm):
    """The scanner types the QR code's text into the first field; a number is typed there too."""

    receipt = ReceiptField(
        required=False,
        help_text=_("Scan the receipt's QR code here, or type the number of the receipt (FD)."),
    )
    not_needed = forms.BooleanField(label=_("No receipt is needed"), required=False)

    def __init__(self, *args, payment, **kwargs):
        known = {"not_needed": payment.receipt_state == ReceiptState.NOT_NEEDED}
        super().__init__(*args, auto_id=f"receipt-{payment.pk}-%s", initial=known, **kwargs)

    def clean(self):
        typed = super().clean()
        if typed.get("receipt") and typed.get("not_needed"):
            typed["not_needed"] = False
        return typed

    def said(self) -> dict:
        typed = self.cleaned_data
        return {"receipt": typed["receipt"], "needed": not typed["not_needed"]}
