"""The delivery note: the things that an organisation took away at one visit."""

from decimal import Decimal

from orders.documents import handed


def content(visit) -> dict:
    rows = handed.rows_of(visit, handed.NOTE)
    weight = sum((each.weight_kg for each in rows), Decimal(0))
    return {
        **handed.content(visit, handed.NOTE),
        "pieces": sum(each.quantity for each in rows),
        "weight_kg": str(weight) if weight else "",
    }
