"""The steps of the life cycle as pages offer them: a button, or a link to a page that asks more."""

from dataclasses import dataclass

from django.urls import reverse

from orders.work_orders.lifecycle import Step

# These steps ask for more than a press: their button opens a page, which says what is lacking.
ASKING = {Step.HAND_OVER, Step.CANCEL, Step.HOLD, Step.RETURN}


@dataclass(frozen=True)
class Move:
    step: str
    label: str
    reason: str | None
    url: str
    asks: bool
    is_last_resort: bool

    @property
    def is_open(self):
        return self.asks or self.reason is None


def moves(order, user) -> list[Move]:
    return [
        Move(
            offer.step,
            offer.label,
            offer.reason,
            reverse(f"orders:{offer.step}", args=[order.pk]),
            offer.step in ASKING,
            offer.step == Step.CANCEL,
        )
        for offer in order.offers(user)
    ]
