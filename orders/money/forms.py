from uuid import uuid4

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from core.fields import PlainTextField
from orders.models import Payment
from orders.money.fields import MoneyField


class MoneyForm(forms.Form):
    """Each form carries a token: pressed twice, it moves the money once."""

    prefix_of_ids = ""
    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("auto_id", f"{self.prefix_of_ids}-%s")
        kwargs["initial"] = {"token": uuid4(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.helper = FormHelper(self)
        self.helper.form_tag = False
        self.helper.disable_csrf = True


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


class RefundForm(MoneyForm):
    prefix_of_ids = "refund"
    amount = MoneyField(label=_("Sum, ₽"))
    method = method_field()
    ground = ground_field()


class CorrectForm(forms.Form):
    ground = ground_field()

    def __init__(self, *args, payment, **kwargs):
        super().__init__(*args, auto_id=f"correct-{payment.pk}-%s", **kwargs)
        self.helper = FormHelper(self)
        self.helper.form_tag = False
        self.helper.disable_csrf = True
