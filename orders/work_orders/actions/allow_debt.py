from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from company.approvals import actions as approvals
from company.models import Approval
from core.errors import Refused
from orders.models import WorkOrder
from orders.work_orders.lifecycle import OPEN
from orders.work_orders.wanted import DEBT


@transaction.atomic
def allow_debt(order, *, by) -> WorkOrder:
    """A director answers for a hand-over that is not fully paid; who asked for it learns it."""
    if not by.has_perm("orders.allow_debt_workorder"):
        raise PermissionDenied
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    if locked.status not in OPEN or locked.debt <= 0:
        raise Refused(_("There is no debt to allow: nothing is owed for this order now."))
    if asked := Approval.objects.waiting().of(locked).of_kind(DEBT).first():
        approvals.approve(asked, by=by)
    locked.debt_allowed_by = by
    locked.save(update_fields=["debt_allowed_by"])
    return locked
