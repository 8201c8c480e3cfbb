"""What of the plan waits for a person: to be understood, or back on its date."""

from django.db.models import Q

from sales.models import PlanRemark
from sales.plan.lifecycle import RemarkStatus

SHOWN = 6


def remarks(user):
    waits = Q(manager=user, status=RemarkStatus.SET) | Q(author=user, status=RemarkStatus.BACK)
    found = list(PlanRemark.objects.filter(waits).order_by("pk")[:SHOWN])
    return {"remarks": found} if found else None
