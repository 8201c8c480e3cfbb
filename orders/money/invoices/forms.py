from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from core import clock
from core.fields import NumberField, PlainTextField
from core.forms import VerbForm
from core.widgets import DayInput
from orders.models import WorkOrder
from orders.money.fields import MoneyField, ReceiptField
from orders.money.forms import MoneyForm, method_field


class OrderChoices(forms.ModelMultipleChoiceField):
    """Each with what is left to ask for it."""

    widget = forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"})

    def label_from_instance(self, order):
        return order


class IssueInvoiceForm(MoneyForm):
    prefix_of_ids = "issue"
    orders = OrderChoices(
        label=_("Orders"),
        queryset=WorkOrder.objects.none(),
        error_messages={"required": _("Choose at least one order to be paid for.")},
    )
    percent = NumberField(
        label=_("Part of each order, %"),
        required=False,
        max_digits=5,
        decimal_places=2,
        min_value=0.01,
        max_value=100,
        help_text=_("Empty: all that is not asked for yet. For a prepayment, for example, 50."),
    )
    due_on = forms.DateField(
        label=_("To be paid by"),
        required=False,
        widget=DayInput,
        help_text=_("Empty: by the terms of the client."),
    )

    def __init__(self, *args, orders, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["orders"].queryset = orders

    def clean_due_on(self):
        due_on = self.cleaned_data["due_on"]
        if due_on and due_on < clock.today():
            raise forms.ValidationError(_("The day of payment cannot be in the past."))
        return due_on


class SendInvoiceForm(VerbForm):
    token = forms.UUIDField(widget=forms.HiddenInput)
    to = forms.EmailField(label=_("Client's e-mail"))

    def __init__(self, *args, **kwargs):
        kwargs["initial"] = {"token": uuid4(), **kwargs.get("initial", {})}
        super().__init__(*args, auto_id="send-%s", **kwargs)


class PayInvoiceForm(MoneyForm):
    prefix_of_ids = "pay"
    amount = MoneyField(label=_("Sum, ₽"))
    method = method_field()
    day = forms.DateField(
        label=_("Day of the transfer"),
        required=False,
        widget=DayInput,
        help_text=_("Of a transfer that came earlier; empty: today."),
    )
    receipt = ReceiptField(required=False)

    def __init__(self, *args, several, **kwargs):
        """`several` orders: the cash register prints a receipt for each, written down later."""
        super().__init__(*args, **kwargs)
        if several:
            del self.fields["receipt"]


class CancelInvoiceForm(VerbForm):
    ground = PlainTextField(
        label=_("Ground"), max_length=250, widget=forms.Textarea(attrs={"rows": 2})
    )


class ReissueInvoiceForm(CancelInvoiceForm):
    due_on = forms.DateField(
        label=_("To be paid by"),
        required=False,
        widget=DayInput,
        help_text=_("Empty: by the terms of the client."),
    )

    clean_due_on = IssueInvoiceForm.clean_due_on
