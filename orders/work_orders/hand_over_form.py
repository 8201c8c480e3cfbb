"""What is filled in when pieces leave: which, where, with what remark, for what money."""

from uuid import uuid4

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.fields import PlainTextField
from orders.models import HandOver, Payment
from orders.money.fields import MoneyField, ReceiptField
from orders.work_orders.signature_field import SignatureField
from orders.work_orders.verb_forms import VerbForm
from orders.work_orders.visit import due_now, first_place, leaving_of

OFFICE, CLIENT = HandOver.Place.OFFICE, HandOver.Place.CLIENT


class HandOverForm(VerbForm):
    """The client signs on the screen, or it is said that the paper is signed."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    positions = forms.ModelMultipleChoiceField(
        queryset=None, error_messages={"required": _("Choose what leaves now.")}
    )
    place = forms.ChoiceField(
        label=_("Where"), choices=HandOver.Place.choices, widget=forms.RadioSelect
    )
    signature = SignatureField(required=False)
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
    receipt = ReceiptField(
        required=False, widget=forms.TextInput({"placeholder": _("number or QR code, also later")})
    )
    with_debt = forms.BooleanField(label=_("I allow the hand-over with a debt"), required=False)

    def __init__(self, *args, order, user, choice=None, **kwargs):
        """`choice` is what is ticked so far, where the page asks what it would cost."""
        self.order, self.choice = order, choice
        kwargs["initial"] = {"token": uuid4(), "place": first_place(order)}
        super().__init__(*args, **kwargs)
        self.fields["positions"].queryset = order.positions.all()
        if not order.has_production:
            self.fields["defects"].label = _("The client has accepted what was done")
        if not user.has_perm("orders.view_workorder"):
            # Who brings it, and sees no order, hands it over where the client is.
            self.fields["place"].choices = [(CLIENT.value, CLIENT.label)]
            self.initial["place"] = CLIENT
        self.initial["amount"] = self.due
        if order.debt <= 0 or not user.has_perm("orders.take_payment"):
            del self.fields["amount"], self.fields["method"], self.fields["receipt"]
        if order.debt <= 0 or not user.has_perm("orders.allow_debt_workorder"):
            del self.fields["with_debt"]

    def clean(self):
        cleaned = super().clean()
        self._complain_of_quantities(cleaned.get("positions", ()))
        if "signature" in cleaned and not (cleaned["signature"] or cleaned.get("on_paper")):
            self.add_error("on_paper", _("Let the client sign, or tick that the paper is signed."))
        if cleaned.get("receipt") and not cleaned.get("amount"):
            self.add_error("receipt", _("Type the sum that this receipt is for."))
        if cleaned.get("defects") == "none":
            cleaned["note"] = ""
        elif not cleaned.get("note"):
            self.add_error("note", _("Write down what the client remarks."))
        return cleaned

    def _complain_of_quantities(self, chosen):
        for piece in chosen:
            typed = self.data.get(f"quantity-{piece.pk}", "")
            if typed and not 0 < self.quantities.get(piece.pk, piece.quantity) <= piece.quantity:
                words = {"number": piece.ordinal, "most": piece.quantity}
                text = _("Position %(number)s: type a number from 1 to %(most)s.") % words
                self.add_error("positions", text)

    @cached_property
    def chosen(self) -> set[int] | None:
        """The ids that are ticked, None before anything was."""
        typed = self.data if self.is_bound else self.choice
        if typed is None:
            return None
        return {int(pk) for pk in typed.getlist("positions") if pk.isdecimal()}

    @cached_property
    def quantities(self) -> dict[int, int]:
        """How many of each, where it is typed and can be."""
        typed = self.data if self.is_bound else self.choice or {}
        names = {piece.pk: f"quantity-{piece.pk}" for piece in self.order.positions.left()}
        found = {pk: str(typed.get(name, "")) for pk, name in names.items()}
        return {pk: int(text) for pk, text in found.items() if text.isdecimal() and len(text) < 6}

    @property
    def is_at_client(self) -> bool:
        typed = self.data if self.is_bound else self.choice
        return (self.initial if typed is None else typed).get("place") == CLIENT

    @cached_property
    def leaving(self):
        said = {"chosen": self.chosen, "quantities": self.quantities}
        return leaving_of(self.order, at_client=self.is_at_client, **said)

    @cached_property
    def due(self):
        """What this visit costs, as it is ticked now."""
        chosen = [each for each in self.leaving if each.is_chosen]
        return due_now(self.order, {each.position.pk: each.quantity for each in chosen})

    def leaves_debt(self) -> bool:
        """The director allows what the payment does not cover; a second press allows nothing."""
        paid_now = self.cleaned_data.get("amount") or 0
        wanted = bool(self.cleaned_data.get("with_debt"))
        return wanted and self.order.is_open and paid_now < self.due

    def said(self) -> dict:
        """As `hand_over` takes it."""
        given = ("place", "note", "signature", "amount", "method", "receipt", "token")
        said = {name: self.cleaned_data[name] for name in given if self.cleaned_data.get(name)}
        chosen = [each.pk for each in self.cleaned_data["positions"]]
        return {**said, "positions": chosen, "quantities": self.quantities}
