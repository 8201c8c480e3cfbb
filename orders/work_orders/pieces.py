"""Positions as a person sees them: with the picture, drawn from the price list read once."""

from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from catalog.drawing import draw
from catalog.tariffs import assortment
from orders.models import Position


class Piece(NamedTuple):
    position: Position
    picture: SafeString


def pieces_of(order) -> list[Piece]:
    known = assortment()
    return [
        # The drawing escapes every word of people that it holds.
        Piece(position, mark_safe(draw(position.line_spec, known, label=position.title)))
        for position in order.positions.defer("explanation")
    ]
