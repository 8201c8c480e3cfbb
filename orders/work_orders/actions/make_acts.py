from django.core.exceptions import PermissionDenied
from django.db import transaction

from core import documents
from core.models import Document
from orders.models import WorkOrder


@transaction.atomic
def make_acts(order, *, by) -> list[Document]:
    """The acts of visits that have none, from before the firm printed them: each says what was so
    on its day. Made once; a second press makes nothing."""
    if not by.has_perm("orders.hand_over_workorder"):
        raise PermissionDenied
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    visits = locked.hand_overs.select_related("order", "by").order_by("pk")
    lacking = [visit for visit in visits if documents.latest("act", visit) is None]
    return [documents.issue("act", visit, by=by) for visit in lacking]
