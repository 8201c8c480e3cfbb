from django.db import transaction
from django.utils.translation import gettext as _

from company.approvals import actions as approvals
from company.robot import robot
from core.errors import Refused
from orders.amendments.lifecycle import AMENDMENT_LIFE, AmendmentStep
from orders.amendments.locked import locked_amendment


@transaction.atomic
def drop_amendment(amendment, *, by, note):
    """The order stays as it was agreed."""
    if not note.strip():
        raise Refused(_("Say why it is dropped."))
    amendment = locked_amendment(amendment)
    AMENDMENT_LIFE.take(amendment, AmendmentStep.DROP, by=by, note=note)
    _leave(amendment)
    return amendment


def drop_with_order(order, *, by):
    """Of an order that is cancelled or handed over nothing is changed any more."""
    for amendment in order.amendments.open():
        amendment.order = order
        AMENDMENT_LIFE.take(amendment, AmendmentStep.DROP, by=robot())
        _leave(amendment)


def _leave(amendment):
    approvals.drop_all(amendment)
    order = amendment.order
    order.is_being_amended = False
    order.save(update_fields=["is_being_amended"])
