"""The block of «Today» for those who are asked."""

from company.approvals.answering import represented_by
from company.models import Approval
from company.models.employee import named
from core.lists.declared import counted, with_count
from core.prepared import prepared

SHOWN = 8


def waiting(user):
    people = represented_by(user)
    rows = _asked_of(user) if people == [user] else list(_waiting_for(user, people))
    rows, count = counted(rows)
    return {"approvals": rows, "count": count} if rows else None


@prepared
def _asked_of(user):
    return _waiting_for(user, [user])


def _waiting_for(user, people):
    asked = Approval.objects.waiting_for(user, people).select_related("asked_by")
    return with_count(asked.defer(*named("asked_by")).order_by("asked_at", "pk"))[:SHOWN]
