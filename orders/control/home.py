"""The control on the first page: what was not looked at, and what one is to put right."""

from django.urls import reverse
from django.utils.translation import gettext as _

from core.lists.declared import count_text, first_of
from orders.control.vocabulary import Kind
from orders.models import ControlMark, WorkOrder

SHOWN = 8


def not_controlled(user):
    seen, address = WorkOrder.objects.visible_to(user), reverse("orders:control")
    labels = {
        Kind.PRELIMINARY: _("Taken, not looked at"),
        Kind.CURRENT: _("In work, not looked at"),
        Kind.FINAL: _("Checked, not looked at"),
    }
    rows = [
        {
            "label": label,
            "count": count_text(seen.not_controlled(kind).values("pk")),
            "url": f"{address}?kind={kind}&show=open",
        }
        for kind, label in labels.items()
    ]
    return {"rows": rows, "url": address}


def to_settle(user):
    waiting = ControlMark.objects.to_settle().filter(responsible=user)
    rows, count = first_of(waiting.in_short_rows().order_by("due_on", "pk"), SHOWN)
    return {"marks": rows, "count": count} if rows else None


def of_order(order, user):
    """The panel of an order's page: fetched when it is opened, so it costs the page nothing."""
    may = user.has_perm("orders.control_workorder")
    return {"order": order, "may_control": may} if order.is_accepted else None
