"""The steps of the life cycle as pages offer them: a button, or a link to a page that asks more."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from catalog.vocabulary import Kind
from orders.work_orders.lifecycle import (
    ARCHIVE,
    HANDABLE,
    IN_WORK,
    ORDER_LIFE,
    ROUTES,
    TO_ARRIVE,
    PositionStatus,
    Status,
    Step,
)

# These steps ask for more than a press: their button opens a page, which says what is lacking.
ASKING = {Step.HAND_OVER, Step.CANCEL, Step.AMEND, Step.HOLD, Step.RESUME, Step.RETURN}
# Not what is done every day: their buttons stand back.
REMAKE = "remake"
RARE = {
    Step.HAND_OVER_PART,
    Step.AMEND,
    Step.HOLD,
    Step.RETURN,
    Step.RETURN_PART,
    Step.CANCEL,
    REMAKE,
}
# Some pieces may be further than their order; the page is that of the whole step.
WHOLE = {
    Step.ARRIVE_PART: Step.ARRIVE,
    Step.HAND_OVER_PART: Step.HAND_OVER,
    Step.RETURN_PART: Step.RETURN,
}
MAY_BE_PARTED = IN_WORK | {Status.ON_HOLD}
PLACES = {step: place for place, step in enumerate(ROUTES)}


@dataclass(frozen=True)
class Move:
    step: str
    label: str
    reason: str | None
    url: str
    asks: bool

    @property
    def is_rare(self):
        return self.step in RARE

    @property
    def is_last_resort(self):
        return self.step == Step.CANCEL

    @property
    def is_open(self):
        return self.asks or self.reason is None


def moves(order, user, positions=None) -> list[Move]:
    """`positions` where the page has fetched them already."""
    pieces = order.positions.only("status", "kind") if positions is None else positions
    whole = [
        _move(order, Step(offer.step), offer.reason)
        for offer in order.offers(user)
        if offer.step != Step.RETURN or order.has_production
    ]
    parts = _of_parts(order, user, pieces)
    steps = sorted([*whole, *parts], key=lambda move: PLACES[move.step])
    return [*_remake(order, user), *steps]


def _remake(order, user) -> list[Move]:
    """No step of this order: another one begins."""
    has_left = order.visits or order.status in ARCHIVE
    if not (has_left and order.has_production and user.has_perm("orders.remake_workorder")):
        return []
    url = reverse("orders:remake", args=[order.pk])
    return [Move(REMAKE, _("Remake without charge"), None, url, asks=True)]


def _move(order, step, reason=None) -> Move:
    url = reverse(f"orders:{WHOLE.get(step, step)}", args=[order.pk])
    is_done = step == Step.HAND_OVER and not order.has_production
    label = pgettext("button", "Carried out") if is_done else step.label
    return Move(step, label, reason, url, step in ASKING or step in WHOLE)


def _of_parts(order, user, pieces) -> list[Move]:
    may = [step for step in WHOLE if user.has_perm(ORDER_LIFE.right(step))]
    if not may or order.status not in MAY_BE_PARTED:
        return []
    fitting = _fitting(pieces)
    return [
        _move(order, step)
        for step in may
        if step in fitting and order.is_before(step) and not order.is_before(WHOLE[step])
    ]


def _fitting(pieces) -> set[Step]:
    """A service alone offers no hand-over: the delivery waits for what is delivered."""
    found = set()
    for piece in pieces:
        status, kind = piece.status, piece.kind
        if status in HANDABLE and kind != Kind.SERVICE:
            found.add(Step.HAND_OVER_PART)
        if status in TO_ARRIVE:
            found.add(Step.ARRIVE_PART)
        if status == PositionStatus.IN_OFFICE and kind not in {Kind.GOODS, Kind.SERVICE}:
            found.add(Step.RETURN_PART)
    return found
