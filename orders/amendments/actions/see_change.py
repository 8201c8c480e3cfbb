from django.core.exceptions import PermissionDenied
from django.db import transaction

from core import clock
from orders.work_orders.actions.shop import locked_position
from orders.work_orders.lifecycle import POSITION_LIFE, PositionStep


@transaction.atomic
def see_change(position, *, by):
    """The workshop has read what is different and goes on; a second press changes nothing."""
    if not by.has_perm(POSITION_LIFE.right(PositionStep.START)):
        raise PermissionDenied
    position = locked_position(position)
    position.changes.unseen().update(seen_at=clock.now(), seen_by=by)
    if position.has_unseen_change:
        position.has_unseen_change = False
        position.save(update_fields=["has_unseen_change"])
    return position
