"""What a person fills in on the pages of an order."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from core.fields import PlainTextField
from core.forms import VerbForm
from orders.models import Payment
from orders.money.fields import MoneyField
from orders.work_orders.visit import worth_of_gone


class HoldForm(VerbForm):
    reason = PlainTextField(
        label=_("Why the order waits"),
        max_length=250,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example: the client decides on the edge; no material till Thursday."),
    )


class CancelForm(VerbForm):
    ground = PlainTextField(
        label=_("Ground"), max_length=250, widget=forms.Textarea(attrs={"rows": 2})
    )
    kept_for_costs = MoneyField(
        label=_("Kept for costs, ₽"),
        required=False,
        min_value=0,
        help_text=_("What the workshop has spent on this order already. The rest goes back."),
    )
    method = forms.ChoiceField(label=_("Given back by"), choices=Payment.Method.choices)

    def __init__(self, *args, order, **kwargs):
        gone = worth_of_gone(order) if order.visits else 0
        kwargs["initial"] = {"kept_for_costs": min(gone, order.paid)}
        super().__init__(*args, **kwargs)
        if order.paid <= 0:
            del self.fields["kept_for_costs"], self.fields["method"]
        elif gone:
            text = _("The client has some pieces already: what was paid for them is kept.")
            self.fields["kept_for_costs"].help_text = text

    def chosen(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if value}


class AskDebtForm(VerbForm):
    reason = PlainTextField(
        label=_("Why it should leave unpaid"),
        max_length=250,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class SendDocumentForm(VerbForm):
    token = forms.UUIDField(widget=forms.HiddenInput)
    to = forms.EmailField(label=_("Client's e-mail"))

    def __init__(self, *args, document, **kwargs):
        kwargs["initial"] = {"token": uuid4(), **kwargs.get("initial", {})}
        super().__init__(*args, auto_id=f"send-{document.pk}-%s", **kwargs)
