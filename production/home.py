"""What the workshop wants to know, on the first page of those who answer."""

from company.models import Role
from core.lists.declared import counted, with_count
from core.prepared import prepared
from production.models import Question

SHOWN = 8


def questions(user):
    rows, count = counted(_open(user))
    return {"questions": rows, "count": count} if rows else None


@prepared
def _open(user):
    """Of one's own orders; whoever sees the whole firm's, of all."""
    waiting = Question.objects.open().in_short_rows()
    if user.role.scope != Role.Scope.ALL:
        waiting = waiting.filter(manager=user)
    return with_count(waiting.order_by("asked_at", "pk"))[:SHOWN]
