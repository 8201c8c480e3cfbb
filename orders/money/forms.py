from uuid import uuid4

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from core.fields import PlainTextField
from orders.models import Payment
from orders.money.fields import MoneyField, ReceiptField
from orders.money.lifecycle import ReceiptState


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
