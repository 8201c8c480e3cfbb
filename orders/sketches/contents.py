"""What of an order a sketch stands for: its files, and the positions as they were then."""

import hashlib
import json
from collections import Counter

from django.db.models import OuterRef, Subquery

from core.models import Attachment
from orders.work_orders.models import Position

Purpose = Attachment.Purpose


def files_of_positions(order):
    """Sketches and photographs, each with the `ordinal` of its position; one query."""
    ordinal = Position.objects.filter(pk=OuterRef("owner_id")).values("ordinal")[:1]
    found = Attachment.objects.of_any(Position, order.positions.values("pk")).of_pieces()
    return found.annotate(ordinal=Subquery(ordinal)).order_by("ordinal", "pk")


def all_files(order) -> list[Attachment]:
    """Those of the positions first, then those of the order as a whole."""
    of_order = Attachment.objects.of(order).of_pieces()
    return [*files_of_positions(order), *of_order]


def contents_of(order) -> dict[str, str]:
    """By place of the position, a digest of how it is made and of its sketches.

    Not by its id: a saved calculation writes its positions anew. Pieces that have left stand in
    rows of their own and are counted with those that stay."""
    sketches = {}
    for file in files_of_positions(order):
        if file.is_sketch:
            sketches.setdefault(file.owner_id, []).append(file.pk)
    positions = list(order.positions.only("ordinal", "part", "spec", "quantity"))
    pieces = Counter()
    for position in positions:
        pieces[position.ordinal] += position.quantity
    return {
        str(position.ordinal): _digest(
            [
                {**position.spec, "quantity": pieces[position.ordinal]},
                sketches.get(position.pk, []),
            ]
        )
        for position in positions
        if position.part == 0
    }


def shown_by(files, order) -> dict[str, str]:
    """Of the positions that these files belong to; a sketch of the whole order shows them all."""
    contents = contents_of(order)
    shown = {str(getattr(file, "ordinal", "")) for file in files}
    return contents if "" in shown else {place: contents[place] for place in sorted(shown)}


def _digest(said) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:32]


def changed_since(sending) -> list[int]:
    """Places of positions that are no longer as they were sent."""
    now = contents_of(sending.order)
    changed = [place for place, digest in sending.contents.items() if now.get(place) != digest]
    return sorted(int(place) for place in changed)
