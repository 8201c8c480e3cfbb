"""Labels of pieces: whose order, which piece, and a code that opens it on a phone."""

from collections.abc import Iterator
from decimal import Decimal

import segno
from django.conf import settings
from django.urls import reverse

from catalog import tariffs
from catalog.naming import name_and_size
from company.models import Firm
from core import documents, registry
from orders.documents import sums

LARGEST_QUANTITY = 100
SHEET, SHEETS_AT_ONCE = 24, 10
KILOGRAM_TENTH = Decimal("0.1")


def sheet_of_order(order) -> dict:
    return {"on_roll": False, **_of_order(order)}


def roll_of_order(order) -> dict:
    return {"on_roll": True, **_of_order(order)}


def full_sheets(papers) -> Iterator[bytes]:
    """Labels of several orders one after another, so that no sheet but the last is half empty."""
    kind, pieces = registry.document_kinds["labels"], []
    for paper in papers:
        number, firm = paper.content["number"], paper.content["firm"]
        for label in paper.content["labels"]:
            alone = {**label, "number": number, "firm": firm}
            pieces += [{**alone, "pieces": [piece]} for piece in label["pieces"]]
    for some in _by(SHEET * SHEETS_AT_ONCE, pieces):
        yield documents.render(kind, {"on_roll": False, "number": "", "firm": firm, "labels": some})


def _by(count, pieces):
    return (pieces[start : start + count] for start in range(0, len(pieces), count))


def sheet_of_position(position) -> dict:
    return {"on_roll": False, **_labels(position.order, [position])}


def roll_of_position(position) -> dict:
    return {"on_roll": True, **_labels(position.order, [position])}


def _of_order(order):
    return _labels(order, order.positions.filter(goes_to_shop=True))


def _labels(order, positions) -> dict:
    firm, of = Firm.get(), order.positions.filter(part=0).count()
    return {
        "number": order.number,
        "firm": firm.name,
        "width_mm": firm.label_width_mm,
        "height_mm": firm.label_height_mm,
        "labels": [_label(order, position, of) for position in positions],
    }


def _label(order, position, of) -> dict:
    name, size = name_and_size(position.line_spec, tariffs.assortment())
    return {
        "ordinal": position.ordinal,
        "of": of,
        "name": name,
        "size": size,
        "weight_kg": _weight_of_piece(position).replace(".", ","),
        "office": order.office.name,
        "promised_on": sums.day(order.promised_on),
        "pieces": list(range(1, min(position.quantity, LARGEST_QUANTITY) + 1)),
        "quantity": position.quantity,
        "code": _code(position),
    }


def _weight_of_piece(position) -> str:
    """Whoever carries it wants to know; the position keeps the weight of all its pieces."""
    weight = (position.weight_kg / position.quantity).quantize(KILOGRAM_TENTH)
    return str(weight) if weight else ""


def _code(position) -> str:
    """The short address as a picture; after the login it leads each to the page of their role."""
    address = f"{settings.PUBLIC_URL}{reverse('scan', args=[position.pk])}"
    return segno.make(address, error="m", micro=False).svg_data_uri(border=0, omitsize=True)
