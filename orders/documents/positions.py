"""The positions of an order as papers print them."""

from django.utils.timezone import localdate

from catalog import tariffs
from catalog.drawing import FULL, PAPER, draw
from catalog.naming import works
from catalog.vocabulary import Kind
from company.models import Stage
from core.models import Attachment
from orders.documents import sums
from orders.sketches.contents import files_of_positions

MOST_SKETCHES = 3


def priced(order, rows) -> list[dict]:
    """For the client: what it is, how the price came about, and a small picture."""
    assortment, sketches = tariffs.assortment(), _shown_sketches(order)
    return [
        {
            **plain(position),
            "explanation": [row.sentence for row in position.explained()],
            "picture": draw(position.line_spec, assortment, PAPER, position.title),
            "sketch": sketches.get(position.pk),
        }
        for position in rows
    ]


def _shown_sketches(order) -> dict[int, dict]:
    """For the client one of each position: the approved one, else the newest. A photograph of the
    place is for the workshop alone."""
    approved = order.sketch_sendings.approved().first() if order.sketch_state else None
    seen = set(approved.files.values_list("pk", flat=True)) if approved else set()
    found = {}
    for file in files_of_positions(order).filter(purpose=Attachment.Purpose.SKETCH):
        is_approved = file.pk in seen
        if is_approved or not found.get(file.owner_id, {}).get("approved_on"):
            found[file.owner_id] = {
                "file": file.pk,
                "name": file.name,
                "approved_on": sums.day(localdate(approved.answered_at)) if is_approved else "",
            }
    return found


def made(order, rows) -> list[dict]:
    """For the workshop: what is to be done, stage by stage, and no price."""
    assortment = tariffs.assortment()
    stages = {stage.pk: stage.name for stage in Stage.known()}
    sketches = _sketches(order)
    return [
        {
            "ordinal": position.ordinal,
            "title": position.title,
            "quantity": position.quantity,
            "works": works(position.line_spec, assortment),
            "stages": [stages[each.stage_id] for each in position.operations.all()],
            "picture": draw(position.line_spec, assortment, FULL, position.title),
            "own_material_note": position.line_spec.own_material_note,
            "deviations": position.departures,
            "note": position.note,
            "weight_kg": str(position.weight_kg),
            "sketches": sketches.get(position.pk, []),
        }
        for position in rows
        if position.goes_to_shop
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
