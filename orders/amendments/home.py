"""What waits for the consent of the reader, on «Today» and above the shop's queue."""

from django.urls import reverse

from core.lists.declared import counted, with_count
from core.prepared import prepared
from orders.amendments.lifecycle import CONSENT_RIGHT
from orders.amendments.lists import WAITING
from orders.models import Amendment

SHOWN = 5


def to_consent(user):
    """The most pressing first."""
    if not user.has_perm(CONSENT_RIGHT):
        return None
    rows, count = counted(_waiting(user))
    if not rows:
        return None
    url = f"{reverse('orders:amendments')}?chip={WAITING}"
    return {"amendments": rows, "count": count, "url": url}


@prepared
def _waiting(user):
    waiting = Amendment.objects.visible_to(user).waiting_for_consent().in_rows()
    return with_count(waiting.order_by("order__promised_on", "pk"))[:SHOWN]
