"""Some pieces of a position leave before the others: the position is parted.

What leaves becomes a row of its own under the same number; what stays keeps its row, with its
label, files, steps and defects. The sums of both add up to what they were, to the kopeck.
"""

from copy import copy
from dataclasses import replace
from decimal import Decimal

from django.db.models import Max
from django.utils.translation import gettext as _

from core.errors import Refused
from core.money import kopecks
from orders.models import Position

SHARED = ("total", "vat_sum", "weight_kg")


def worth_of(position, quantity: int) -> Decimal:
    """Of so many of its pieces."""
    return kopecks(position.total * quantity / position.quantity)


def part_off(position, quantity: int) -> Position:
    """The row of what leaves; the position itself where all of its pieces do."""
    if not 0 < quantity <= position.quantity:
        words = {"number": position.ordinal, "most": position.quantity}
        raise Refused(_("Position %(number)s: no more than %(most)s pieces can leave.") % words)
    if quantity == position.quantity:
        return position
    leaving = copy(position)
    leaving.pk, leaving._state.adding = None, True
    of_number = Position.objects.filter(order=position.order_id, ordinal=position.ordinal)
    leaving.part = of_number.aggregate(last=Max("part"))["last"] + 1
    _share(position, leaving, quantity)
    leaving.save(force_insert=True)
    position.save(update_fields=["quantity", "spec", *SHARED])
    return leaving


def _share(position, leaving, quantity):
    for name in SHARED:
        whole = getattr(position, name)
        setattr(leaving, name, kopecks(whole * quantity / position.quantity))
        setattr(position, name, whole - getattr(leaving, name))
    for row, count in ((leaving, quantity), (position, position.quantity - quantity)):
        row.spec = replace(row.line_spec, quantity=count).to_json()
        row.quantity = count
