from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from company.models import Firm
from company.robot import robot
from core import attachments, cells, documents
from core.errors import Refused
from orders.models import WorkOrder
from orders.money.actions import take_payment
from orders.work_orders.lifecycle import ARCHIVE, OPEN, ORDER_LIFE, ROUTES, Step

SIGNATURE = "signature"


@transaction.atomic
def hand_over(
    order, *, by, note="", signature=None, amount=Decimal(0), method="cash", token=None
) -> WorkOrder:
    """Take the balance and hand the order over, both or neither.

    `signature` is a PNG upload, None where the paper is signed. Refused while money is owed, unless
    a director allowed it. The work order is issued anew with the signature, and archived at once
    unless the firm set a delay. A second press by the same person changes nothing.
    """
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    if locked.status in ARCHIVE:
        _answer_second(locked, by=by)
        return locked
    if amount and locked.status in ROUTES[Step.HAND_OVER].sources:
        take_payment(locked, by=by, amount=amount, method=method, token=token)
        locked.refresh_from_db(fields=["paid", "debt"])
    ORDER_LIFE.take(locked, Step.HAND_OVER, by=by, note=note, hand_over_note=note)
    if signature:
        attachments.attach(locked, signature, by=robot(), purpose=SIGNATURE)
    documents.issue("work_order", locked, by=by)
    if not Firm.get().archive_after_days:
        ORDER_LIFE.take(locked, Step.ARCHIVE, by=robot())
    return locked


def _answer_second(order, *, by):
    """Somebody else has handed it over meanwhile: say who and when."""
    step = order.steps.filter(step=Step.HAND_OVER).select_related("by").last()
    if step.by_id != by.pk:
        raise Refused(
            _("This order is handed over already: %(who)s, %(when)s.")
            % {"who": step.by.short_name, "when": cells.moment(step.at)}
        )


@transaction.atomic
def allow_debt(order, *, by) -> WorkOrder:
    """A director answers for a hand-over that is not fully paid."""
    if not by.has_perm("orders.allow_debt_workorder"):
        raise PermissionDenied
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    if locked.status not in OPEN or locked.debt <= 0:
        raise Refused(_("There is no debt to allow: nothing is owed for this order now."))
    locked.debt_allowed_by = by
    locked.save(update_fields=["debt_allowed_by"])
    return locked
