"""A price that a person has set instead of the calculation."""

from dataclasses import replace
from decimal import Decimal

from .quote import HAND_PRICE, Quote, Row


def at_hand_price(quote: Quote, price: Decimal) -> Quote:
    """The same line at `price` for a piece, VAT inside, whatever discounts there were. It is of one
    piece, so that price times quantity stays the sum to the kopeck, as a receipt has to say it."""
    row = Row(HAND_PRICE, price - quote.unit_price, rate=quote.unit_price)
    return replace(quote, rows=(*quote.rows, row), unit_price=price)
