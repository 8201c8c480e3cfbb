"""The positions of an order as papers print them."""

from catalog import tariffs
from catalog.drawing import FULL, PAPER, draw
from catalog.naming import works
from catalog.vocabulary import Kind
from orders.sketches.contents import files_of_positions

MOST_SKETCHES = 3


def priced(order) -> list[dict]:
    """For the client: what it is, how the price came about, and a small picture."""
    assortment = tariffs.assortment()
    return [
        {
            **plain(position),
            "explanation": [row.sentence for row in position.explained()],
            "picture": draw(position.line_spec, assortment, PAPER, position.title),
        }
        for position in order.positions.all()
    ]


def made(order) -> list[dict]:
    """For the workshop: what is to be done, stage by stage, and no price."""
    assortment = tariffs.assortment()
    rows = order.positions.filter(goes_to_shop=True).prefetch_related("operations__stage")
    sketches = _sketches(order)
    return [
        {
            "ordinal": position.ordinal,
            "title": position.title,
            "quantity": position.quantity,
            "works": works(position.line_spec, assortment),
            "stages": [operation.stage.name for operation in position.operations.all()],
            "picture": draw(position.line_spec, assortment, FULL, position.title),
            "own_material_note": position.line_spec.own_material_note,
            "deviations": position.departures,
            "note": position.note,
            "weight_kg": str(position.weight_kg),
            "sketches": sketches.get(position.pk, []),
        }
        for position in rows
    ]


def _sketches(order) -> dict[int, list[dict]]:
    """By position; the files never change, so the paper need not hold their pictures."""
    found = {}
    for file in files_of_positions(order):
        found.setdefault(file.owner_id, []).append({"file": file.pk, "name": file.name})
    return {owner: each[:MOST_SKETCHES] for owner, each in found.items()}


def plain(position) -> dict:
    return {
        "ordinal": position.ordinal,
        "title": position.title,
        "is_service": position.kind == Kind.SERVICE,
        "quantity": position.quantity,
        "unit_price": str(position.unit_price),
        "total": str(position.total),
        "own_material_note": position.line_spec.own_material_note,
        "deviations": position.departures,
        "note": position.note,
    }
