"""The block of «Today»: one's deals that stand still."""

from django.urls import reverse

from core.lists.declared import counted, with_count
from core.prepared import prepared
from sales.models import Deal

SHOWN = 6


def stuck(user):
    deals, count = counted(_stuck(user))
    if not deals:
        return None
    return {"deals": deals, "count": count, "url": f"{reverse('sales:deals')}?chip=stuck"}


@prepared
def _stuck(user):
    mine = Deal.objects.mine(user).stuck().with_people().with_next_step()
    return with_count(mine.order_by("stage_since", "pk"))[:SHOWN]
