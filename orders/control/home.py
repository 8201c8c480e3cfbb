"""The control on the first page: what was not looked at, and what one is to put right."""

from django.urls import reverse
from django.utils.translation import gettext as _

from company.models import Employee
from core.lists.declared import CountOf, counted, number_text, with_count
from core.prepared import prepared
from orders.control.controlled import looked_back_to
from orders.control.vocabulary import Kind
from orders.models import ControlMark, WorkOrder

SHOWN = 8


def not_controlled(user):
    address = reverse("orders:control")
    labels = {
        Kind.PRELIMINARY: _("Taken, not looked at"),
        Kind.CURRENT: _("In work, not looked at"),
        Kind.FINAL: _("Checked, not looked at"),
    }
    counts = _counts(user, looked_back_to(), kinds=tuple(labels))[0]
    rows = [
        {
            "label": label,
            "count": number_text(count),
            "url": f"{address}?kind={kind}&show=open",
        }
        for (kind, label), count in zip(labels.items(), counts, strict=True)
    ]
    return {"rows": rows, "url": address}


@prepared
def _counts(user, since, *, kinds):
    """All of them in one question: beside the row of whoever asks."""
    seen = WorkOrder.objects.visible_to(user)
    found = {f"of_{kind}": CountOf(seen.not_controlled(kind, since)) for kind in kinds}
    return Employee.objects.filter(pk=user.pk).order_by().annotate(**found).values_list(*found)


def to_settle(user):
    rows, count = counted(_to_settle(user))
    return {"marks": rows, "count": count} if rows else None


@prepared
def _to_settle(user):
    waiting = ControlMark.objects.to_settle().filter(responsible=user)
    return with_count(waiting.in_short_rows().order_by("due_on", "pk"))[:SHOWN]


def of_order(order, user):
    """The panel of an order's page: fetched when it is opened, so it costs the page nothing."""
    may = user.has_perm("orders.control_workorder")
    return {"order": order, "may_control": may} if order.is_accepted else None
