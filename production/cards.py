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


class Move(NamedTuple):
    """A step as a card offers it; `asks` for a reason before it is taken."""

    offer: Offer
    url: str
    asks: bool


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

    @property
    def sent_back_note(self) -> str:
        """Why it came back, as long as it is not made again."""
        return self.position.sent_back_note if self.position.status in NOT_MADE else ""


def card(position: Position, user, assortment: Assortment, size: str = PAPER) -> Card:
    """`position` comes from `for_shop()`; the price list is read once for all cards of a page."""
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
        moves=[_move(offer, position) for offer in position.offers(user)],
    )


def _move(offer, position) -> Move:
    url = reverse(f"production:{offer.step}", args=[position.pk])
    return Move(offer, url, offer.step == PositionStep.SEND_BACK)


def large_card(position: Position, user, assortment: Assortment) -> Card:
    return card(position, user, assortment, FULL)
