from django.db.models import Q, Sum, Window
from django.urls import reverse

from company.models import Approval
from company.models.employee import named
from core.lists.declared import counted, with_count
from core.prepared import prepared
from orders.models import WorkOrder
from orders.money.reconciling.actions import may_reconcile

SHOWN = 8


def approvals(order, user):
    """What is asked about an order that is not over, and what was answered."""
    if not order.is_asked_about or not (order.is_calculation or order.is_open):
        return None
    found = Approval.objects.standing().of(order).with_people()
    found = list(found.defer(*named("asked_by", "answered_by", "instead_of")))
    waiting = [approval.pk for approval in found if approval.is_waiting]
    past = [approval for approval in found if _is_past(approval, order)]
    current = [approval for approval in found if approval not in past]
    shown = {"order": order, "approvals": current, "past": past, "waiting": waiting}
    return shown if found else None


def _is_past(approval, order) -> bool:
    """Answered before the order's latest step forward: nobody has to act on it any more."""
    steps = [order.accepted_at, order.checked_at, order.ready_at]
    latest = max(filter(None, steps), default=None)
    return bool(latest and approval.answered_at and approval.answered_at <= latest)


def of_client(client, user):
    """The client's orders that are not over, newest first, and what is owed for all: the others
    stand on the timeline."""
    rows, count = counted(_unsettled(client, user))
    debt = None
    if user.has_perm("orders.see_prices"):
        debt = (rows[0].owed if rows else 0) or 0
    return {
        "orders": rows,
        "count": count,
        "debt": debt,
        "url": f"{reverse('orders:index')}?client={client.pk}",
        "new_url": f"{reverse('orders:new')}?client={client.pk}"
        if user.has_perm("orders.add_workorder")
        else "",
        "may_invoice": user.has_perm("orders.add_invoice"),
        "may_reconcile": may_reconcile(user),
        "client": client,
    }


@prepared
def _unsettled(client, user):
    """Whatever is owed is among them."""
    orders = WorkOrder.objects.visible_to(user).filter(client=client).answered_for()
    owed = Window(Sum("debt", filter=Q(debt__gt=0)))
    newest = orders.in_short_rows().with_titles().annotate(owed=owed)
    return with_count(newest.order_by("-created_at", "-pk"))[:SHOWN]
