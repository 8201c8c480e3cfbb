"""What is typed at the drawer."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from core.fields import PlainTextField
from core.money import ZERO
from orders.models import CashShift
from orders.money.fields import MoneyField
from orders.money.forms import MoneyForm, PlainForm, ground_field
from orders.money.models.cash_shift import COINS

NOTES = (5000, 2000, 1000, 500, 200, 100, 50)


class OpenCashShiftForm(PlainForm):
    """The last shift's count stands there: usually nothing has changed over night."""

    counted = MoneyField(label=_("Counted in the drawer, ₽"), min_value=0)
    ground = PlainTextField(
        label=_("Ground of the difference"),
        max_length=250,
        required=False,
        help_text=_("Only where it is not what the last shift has left."),
    )

    def __init__(self, *args, office, **kwargs):
        self.carried = CashShift.objects.left_in(office)
        super().__init__(*args, initial={"counted": self.carried}, **kwargs)
        if self.carried is None:
            del self.fields["ground"]


class WithdrawCashForm(MoneyForm):
    prefix_of_ids = "withdraw"
    amount = MoneyField(label=_("Sum, ₽"))
    ground = ground_field()


class CloseCashShiftForm(PlainForm):
    """The sum alone, or how many there are of each note: then the sum follows."""

    coins = MoneyField(label=_("Coins, ₽"), required=False, min_value=0)
    counted = MoneyField(label=_("Counted in all, ₽"), required=False, min_value=0)
    ground = PlainTextField(
        label=_("Ground of the difference"),
        max_length=250,
        required=False,
        help_text=_("Only where something lacks or is too much."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for note in NOTES:
            self.fields[f"note_{note}"] = forms.IntegerField(
                label=f"{note} ₽", required=False, min_value=0, max_value=10000
            )

    def notes(self):
        """The fields of the notes with what each is worth, for the page."""
        return [(note, self[f"note_{note}"]) for note in NOTES]

    def clean(self):
        typed = super().clean()
        notes = {str(note): count for note in NOTES if (count := typed.pop(f"note_{note}", None))}
        if coins := typed.pop("coins", None):
            notes[COINS] = str(coins)
        worth = sum((_worth(note, count) for note, count in notes.items()), ZERO)
        counted = typed.get("counted")
        if counted is None and not notes and "counted" not in self.errors:
            self.add_error("counted", _("Count the drawer: type the sum, or the notes."))
        elif counted is not None and notes and counted != worth:
            self.add_error("counted", _("The notes and coins do not come to this sum."))
        return {**typed, "counted": worth if counted is None else counted, "notes": notes}


def _worth(note, count):
    return Decimal(count) if note == COINS else Decimal(note) * count
