"""What a person fills in on the pages of an order."""

import base64
import binascii
from uuid import uuid4

from crispy_forms.helper import FormHelper
from django import forms
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _

from core.fields import PlainTextField
from orders.models import Payment
from orders.money.fields import MoneyField

PNG = "data:image/png;base64,"
LARGEST_SIGNATURE = 400_000


class VerbForm(forms.Form):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper(self)
        self.helper.form_tag = False
        self.helper.disable_csrf = True


class HandOverForm(VerbForm):
    """The client signs on the screen, or it is said that the paper is signed."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    signature = forms.CharField(widget=forms.HiddenInput, required=False)
    on_paper = forms.BooleanField(label=_("Signed on paper"), required=False)
    defects = forms.ChoiceField(
        label=_("The client has looked at the pieces"),
        choices=[("none", _("No remarks")), ("noted", _("There are remarks"))],
        widget=forms.RadioSelect,
        initial="none",
    )
    note = PlainTextField(
        label=_("What the client remarks"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    amount = MoneyField(label=_("Paid now, ₽"), required=False)
    method = forms.ChoiceField(label=_("Method"), choices=Payment.Method.choices, required=False)
    with_debt = forms.BooleanField(label=_("I allow the hand-over with a debt"), required=False)

    def __init__(self, *args, order, user, **kwargs):
        kwargs["initial"] = {"token": uuid4(), "amount": order.debt}
        super().__init__(*args, **kwargs)
        if order.debt <= 0 or not user.has_perm("orders.take_payment"):
            del self.fields["amount"], self.fields["method"]
        if order.debt <= 0 or not user.has_perm("orders.allow_debt_workorder"):
            del self.fields["with_debt"]

    def clean_signature(self):
        text = self.cleaned_data["signature"]
        if not text:
            return None
        try:
            picture = base64.b64decode(text.removeprefix(PNG), validate=True)
        except binascii.Error:
            picture = b""
        if not text.startswith(PNG) or not 0 < len(picture) <= LARGEST_SIGNATURE:
            raise forms.ValidationError(_("The signature did not arrive. Let it be signed again."))
        return ContentFile(picture, name="signature.png")

    def clean(self):
        cleaned = super().clean()
        if "signature" in cleaned and not (cleaned["signature"] or cleaned.get("on_paper")):
            self.add_error("on_paper", _("Let the client sign, or tick that the paper is signed."))
        if cleaned.get("defects") == "none":
            cleaned["note"] = ""
        elif not cleaned.get("note"):
            self.add_error("note", _("Write down what the client remarks."))
        return cleaned

    def leaves_debt(self, order) -> bool:
        """The director allows what the payment does not cover; a second press allows nothing."""
        paid_now = self.cleaned_data.get("amount") or 0
        return bool(self.cleaned_data.get("with_debt")) and order.is_open and paid_now < order.debt

    def paid_now(self) -> dict:
        names = [name for name in ("amount", "method", "token") if self.cleaned_data.get(name)]
        return {name: self.cleaned_data[name] for name in names}


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
        kwargs["initial"] = {"kept_for_costs": 0}
        super().__init__(*args, **kwargs)
        if order.paid <= 0:
            del self.fields["kept_for_costs"], self.fields["method"]

    def chosen(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if value}


class SendDocumentForm(VerbForm):
    token = forms.UUIDField(widget=forms.HiddenInput)
    to = forms.EmailField(label=_("Client's e-mail"))

    def __init__(self, *args, document, **kwargs):
        kwargs["initial"] = {"token": uuid4(), **kwargs.get("initial", {})}
        super().__init__(*args, auto_id=f"send-{document.pk}-%s", **kwargs)
