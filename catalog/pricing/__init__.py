"""The price of one line, explained row by row. Pure: no database, no clock.

The rows of a quote add up to the price of one piece; the total is that price times the quantity.
"""

from .calculation import calculate, price_of, weight_of_piece_kg
from .quote import Quote, Row
from .tariff import MissingPrice, Policy, Rate, Tariff, UrgencyFacts

__all__ = [
    "MissingPrice",
    "Policy",
    "Quote",
    "Rate",
    "Row",
    "Tariff",
    "UrgencyFacts",
    "calculate",
    "price_of",
    "weight_of_piece_kg",
]
