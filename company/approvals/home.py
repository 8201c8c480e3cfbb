"""The block of «Today» for those who are asked."""

from company.models import Approval
from core.lists.declared import first_of

SHOWN = 8


def waiting(user):
    asked = Approval.objects.waiting_for(user).select_related("asked_by").order_by("asked_at", "pk")
    rows, count = first_of(asked, SHOWN)
    return {"approvals": rows, "count": count} if rows else None
