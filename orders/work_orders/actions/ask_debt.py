from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from company.approvals import actions as approvals
from company.models import Approval
from core.errors import Refused
from orders.models import WorkOrder
from orders.work_orders.lifecycle import HAND_OVER_RIGHT, OPEN
from orders.work_orders.wanted import DEBT


@transaction.atomic
def ask_debt(order, *, by, reason) -> Approval:
    """Ask a director to let the order go though not everything is paid."""
    if not by.has_perm(HAND_OVER_RIGHT):
        raise PermissionDenied
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    if locked.status not in OPEN or locked.debt <= 0:
        raise Refused(_("There is no debt to allow: nothing is owed for this order now."))
    if locked.debt_allowed_by_id:
        raise Refused(_("The hand-over with a debt is allowed already."))
    asked = {"debt": str(locked.debt)}
    return approvals.ask(DEBT, locked, by=by, reason=reason, asked=asked, measure=locked.debt)
