from django.core.exceptions import PermissionDenied
from django.db import transaction

from company.models import Firm
from company.robot import robot
from core import attachments, documents
from orders.models import WorkOrder
from orders.work_orders.lifecycle import ORDER_LIFE, Step


@transaction.atomic
def hand_over(order, *, by, note="", signature=None):
    """Hand the order over: `signature` is a PNG upload, None where the paper is signed.

    Refused while money is owed, unless a director allowed it. The work order is issued anew with
    the signature, and archived at once unless the firm set a delay.
    """
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    ORDER_LIFE.take(locked, Step.HAND_OVER, by=by, note=note, hand_over_note=note)
    if signature:
        attachments.attach(locked, signature, by=robot(), purpose="signature")
    documents.issue("work_order", locked, by=by)
    if not Firm.get().archive_after_days:
        ORDER_LIFE.take(locked, Step.ARCHIVE, by=robot())
    return locked


@transaction.atomic
def allow_debt(order, *, by):
    """A director answers for a hand-over that is not fully paid."""
    if not by.has_perm("orders.allow_debt_workorder"):
        raise PermissionDenied
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    locked.debt_allowed_by = by
    locked.save(update_fields=["debt_allowed_by"])
    return locked
