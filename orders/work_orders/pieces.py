"""Positions as a person sees them: with the picture, drawn from the price list read once."""

import json
from functools import lru_cache
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from catalog.drawing import draw
from catalog.models import PriceListStamp
from catalog.spec import LineSpec
from catalog.tariffs import assortment_at
from core.prepared import of_row, prepared
from orders.models import Position


class Piece(NamedTuple):
    position: Position
    picture: SafeString


def pieces_of(order) -> list[Piece]:
    stamp, language = PriceListStamp.current(), get_language()
    return [
        Piece(position, _drawn(json.dumps(position.spec), position.title, stamp, language))
        for position in of_row(order, "order", _positions(order))
    ]


@prepared
def _positions(order):
    return Position.objects.filter(order=order).defer("explanation", "words")


@lru_cache(maxsize=500)
def _drawn(spec, title, stamp, language) -> SafeString:
    """The order on which somebody works is opened again and again."""
    # The drawing escapes every word of people that it holds.
    return mark_safe(draw(LineSpec.from_json(json.loads(spec)), assortment_at(stamp), label=title))
