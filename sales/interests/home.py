"""The block of «Today»: what waits for one's answer, the soonest due first, and then the rest."""

from django.db.models import F
from django.urls import reverse

from core.lists.declared import counted, with_count
from core.prepared import prepared
from sales.models import Interest

SHOWN = 8


def to_answer(user):
    interests, count = counted(_mine(user))
    if not interests:
        return None
    return {
        "interests": interests,
        "count": count,
        "url": f"{reverse('sales:interests')}?chip=mine",
    }


@prepared
def _mine(user):
    """What is put off to a day is no work of today."""
    rows = Interest.objects.mine(user).in_work().with_people()
    soonest = F("answered_at").desc(nulls_first=True), F("answer_due_at").asc(nulls_last=True)
    return with_count(rows.order_by(*soonest, "pk"))[:SHOWN]
