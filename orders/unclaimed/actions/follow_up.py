from django.db import transaction

from company.models import Firm
from orders.models import WorkOrder
from orders.unclaimed import calls
from orders.unclaimed.terms import terms_of


@transaction.atomic
def follow_up(order, *, by) -> bool:
    """Owe the call of the step that is due; steps that were missed together are made by one call.

    False where there is nothing to do: the step was made, or the order is not waiting any more.
    """
    found = WorkOrder.objects.ready().select_for_update(of=["self"]).filter(pk=order.pk)
    locked = found.select_related("client", "manager", "office").first()
    if locked is None:
        return False
    due = terms_of(locked, Firm.get(), warnings=()).calls_due
    if due <= locked.follow_up_calls:
        return False
    calls.owe(locked, by=by)
    WorkOrder.objects.filter(pk=locked.pk).update(follow_up_calls=due)
    return True
