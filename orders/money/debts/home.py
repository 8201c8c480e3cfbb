"""What is overdue, on the first page of whoever is to see to it."""

from urllib.parse import urlencode

from django.db.models import Count, Sum, Window
from django.urls import reverse

from company.models import Role
from core.prepared import prepared
from orders.models import Invoice


def overdue(user):
    """All of it for who sees the whole firm's, for others their own."""
    own = user.role.scope != Role.Scope.ALL
    found = _overdue(user, own=own)
    if not found:
        return None
    narrowed = f"?{urlencode({'manager': user.pk})}" if own else ""
    [(count, total)] = found
    return {"count": count, "sum": total, "url": f"{reverse('orders:overdue')}{narrowed}"}


@prepared
def _overdue(user, *, own):
    rows = Invoice.objects.visible_to(user).overdue()
    rows = rows.filter(manager=user) if own else rows
    sums = {"count": Window(Count("pk")), "sum": Window(Sum("open_amount"))}
    return rows.order_by().annotate(**sums).values_list("count", "sum")[:1]
