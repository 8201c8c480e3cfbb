from django.core.exceptions import PermissionDenied
from django.db import transaction

from sales.interests.actions.answer import locked
from sales.interests.lifecycle import CHANGE

CHANGED = ("wish", "ad_source", "expected_sum", "wanted_on", "agreed")


@transaction.atomic
def change(interest, *, by, product_groups, **content):
    """What they want turned out to be something else, or more is known of it; the history keeps
    what stood there."""
    if not by.has_perm(CHANGE):
        raise PermissionDenied
    interest = locked(interest)
    for name in CHANGED:
        setattr(interest, name, content[name])
    interest.save(update_fields=CHANGED)
    interest.product_groups.set(product_groups)
    return interest
