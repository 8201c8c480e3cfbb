"""The paper that travels with the pieces: what is brought, to which office, and who answers."""

from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.documents import DocumentKind, add_kind
from orders.documents import parties, sums


def content(transport_list) -> dict:
    rows = list(transport_list.rows.with_pieces())
    weight = sum((row.position.weight_kg for row in rows), Decimal(0))
    return {
        "number": transport_list.number,
        "date": sums.day(timezone.localdate(transport_list.left_at)),
        "firm": parties.firm(),
        "office": parties.office(transport_list),
        "driver": parties.employee(transport_list.driver),
        "orders": [_order(order, pieces) for order, pieces in _by_order(rows)],
        "pieces": len(rows),
        "quantity": sum(row.position.quantity for row in rows),
        "weight_kg": str(weight),
    }


def _by_order(rows):
    grouped = {}
    for row in rows:
        grouped.setdefault(row.position.order, []).append(row.position)
    return grouped.items()


def _order(order, pieces) -> dict:
    return {
        "number": order.number,
        "promised_on": sums.day(order.promised_on),
        "pieces": [
            {
                "ordinal": piece.ordinal,
                "title": piece.title,
                "width_mm": piece.width_mm,
                "height_mm": piece.height_mm,
                "quantity": piece.quantity,
                "weight_kg": str(piece.weight_kg),
                "note": piece.note,
            }
            for piece in pieces
        ],
    }


add_kind(
    DocumentKind(
        code="transport_list",
        title=_("Transport list"),
        template="production/documents/transport_list.html",
        content=content,
        number=lambda transport_list: transport_list.number,
        owner_label="production.transportlist",
    )
)
