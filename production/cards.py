"""A position as the workshop sees it: what to make and what may be done now, and no price."""

from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from catalog.assortment import Assortment
from catalog.drawing import FULL, PAPER, draw
from catalog.naming import works
from catalog.spec import LineSpec
from catalog.vocabulary import Shape
from core.lifecycle import Offer
from orders.models import Position
from orders.work_orders.lifecycle import NOT_MADE, PositionStep
from production import tablet
from production.changes import Shown, unseen
from production.models import Question
from production.notes import last_questions

# One press is enough for these; sending back asks what is wrong.
PRESSED = {PositionStep.START, PositionStep.FINISH, PositionStep.CHECK}


class Move(NamedTuple):
    """A step as a card offers it; `asks` for a reason, or for a PIN, before it is taken."""

    offer: Offer
    url: str
    asks: bool

    @property
    def is_back(self) -> bool:
        return self.offer.step == PositionStep.SEND_BACK


@dataclass(frozen=True)
class Card:
    """The context of production/_card.html, under the name `card`."""

    position: Position
    spec: LineSpec
    item: str
    shape: str
    picture: SafeString
    works: list[str]
    moves: list["Move"]
    question: Question | None

    @property
    def sent_back_note(self) -> str:
        """Why it came back, as long as it is not made again."""
        return self.position.sent_back_note if self.position.status in NOT_MADE else ""

    @property
    def changes(self) -> list[Shown]:
        """What the order's amendment changed, as long as nobody has confirmed to have read it."""
        return unseen(self.position)


def cards(positions: list[Position], user, assortment: Assortment, size: str = PAPER) -> list[Card]:
    """`positions` come from `for_shop()`; the price list is read once for all cards of a page."""
    asked = last_questions(positions)
    return [_card(each, user, assortment, size, asked.get(each.pk)) for each in positions]


def card(position: Position, user, assortment: Assortment, size: str = PAPER) -> Card:
    return cards([position], user, assortment, size)[0]


def _card(position, user, assortment, size, question) -> Card:
    spec = position.line_spec
    item = assortment.item(spec.kind, spec.item)
    return Card(
        position=position,
        spec=spec,
        item=item.name if item else position.title,
        shape=Shape(spec.shape).label if spec.shape != Shape.RECTANGLE else "",
        # The drawing escapes every word of people that it holds.
        picture=mark_safe(draw(spec, assortment, size, position.title)),
        works=works(spec, assortment),
        moves=_moves(position, user),
        question=question,
    )


def _moves(position, user) -> list[Move]:
    shared = tablet.is_shared(user)
    return [_move(offer, position, shared) for offer in position.offers(tablet.offered_to(user))]


def _move(offer, position, shared) -> Move:
    if shared and offer.step in PRESSED:
        url = reverse("production:who", args=[position.pk, offer.step])
        return Move(offer, url, asks=True)
    url = reverse(f"production:{offer.step}", args=[position.pk])
    return Move(offer, url, asks=offer.step == PositionStep.SEND_BACK)


def large_card(position: Position, user, assortment: Assortment) -> Card:
    return card(position, user, assortment, FULL)
