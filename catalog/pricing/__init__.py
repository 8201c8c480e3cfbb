"""The price of one line, explained row by row. Pure: no database, no clock.

The rows of a quote add up to the price of one piece; the total is that price times the quantity.
"""

from .by_hand import at_hand_price
from .calculation import calculate, price_of, weight_of_piece_kg
from .quote import HAND_PRICE, Quote, Row
from .tariff import Costs, MissingPrice, Policy, Rate, Tariff, UrgencyFacts

__all__ = [
    "HAND_PRICE",
    "Costs",
    "MissingPrice",
    "Policy",
    "Quote",
    "Rate",
    "Row",
    "Tariff",
    "UrgencyFacts",
    "at_hand_price",
    "calculate",
    "price_of",
    "weight_of_piece_kg",
]
