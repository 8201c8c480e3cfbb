"""Forms on which a person ticks pieces of an order."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from core.fields import PlainTextField
from orders.work_orders.actions.remake import may_be_remade
from orders.work_orders.verb_forms import VerbForm


class PiecesForm(VerbForm):
    """`choices` are the positions shown; what a second press names may have moved meanwhile, so the
    verb and not the form says whether it is too late."""

    positions = forms.ModelMultipleChoiceField(queryset=None)
    nothing_chosen = _("Choose at least one piece.")

    def __init__(self, *args, order, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["positions"]
        field.queryset = order.positions.all()
        field.error_messages["required"] = self.nothing_chosen
        self.choices = list(self.among(order.positions))

    def among(self, positions):
        raise NotImplementedError

    def chosen(self) -> set[int]:
        """The ids ticked now: as typed, or all at first."""
        if self.is_bound:
            return {int(pk) for pk in self.data.getlist("positions") if pk.isdecimal()}
        return {position.pk for position in self.choices}

    def said(self) -> dict:
        named = {name: value for name, value in self.cleaned_data.items() if name != "positions"}
        return {**named, "positions": [each.pk for each in self.cleaned_data["positions"]]}


class ArriveForm(PiecesForm):
    nothing_chosen = _("Choose the pieces that have come.")

    def among(self, positions):
        return positions.to_arrive().filter(goes_to_shop=True)


class RemakeForm(PiecesForm):
    nothing_chosen = _("Choose the pieces to be made again.")
    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    reason = PlainTextField(
        label=_("Why it is made again"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The workshop and the papers show it."),
    )

    def __init__(self, *args, order, **kwargs):
        self.order = order
        super().__init__(*args, order=order, **kwargs)

    def among(self, positions):
        return may_be_remade(self.order)

    def chosen(self) -> set[int]:
        alone = len(self.choices) == 1
        return super().chosen() if self.is_bound or alone else set()

    def clean(self):
        """How many of each stands beside its tick."""
        cleaned = super().clean()
        self.wanted = {}
        for piece in cleaned.get("positions", ()):
            typed = self.data.get(f"quantity-{piece.pk}", "") or str(piece.quantity)
            if not typed.isdecimal() or not 0 < int(typed) <= piece.quantity:
                words = {"number": piece.ordinal, "most": piece.quantity}
                text = _("Position %(number)s: type a number from 1 to %(most)s.") % words
                self.add_error("positions", text)
                continue
            self.wanted[piece.pk] = int(typed)
        return cleaned

    def said(self) -> dict:
        return {**super().said(), "positions": self.wanted}


class ReturnForm(PiecesForm):
    nothing_chosen = _("Choose the pieces that go back to the workshop.")
    reason = PlainTextField(
        label=_("What is wrong and what is to be done again"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def among(self, positions):
        return positions.in_office().filter(goes_to_shop=True)

    def chosen(self) -> set[int]:
        """Which piece is faulty is for a person to say, unless there is only one."""
        alone = len(self.choices) == 1
        return super().chosen() if self.is_bound or alone else set()
