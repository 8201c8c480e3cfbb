from django.core.exceptions import PermissionDenied
from django.db import transaction

from core import documents
from core.models import Document
from orders.documents import handed
from orders.models import HandOver, WorkOrder


@transaction.atomic
def make_acts(order, *, by) -> list[Document]:
    """The papers of visits that have none, from before the firm printed them: each says what was
    so on its day. Made once; a second press makes nothing."""
    if not by.has_perm("orders.hand_over_workorder"):
        raise PermissionDenied
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    visits = locked.hand_overs.select_related("order__client", "by").order_by("pk")
    issued = Document.objects.of_any(HandOver, visits.order_by().values("pk"))
    known = set(issued.values_list("owner_id", flat=True))
    lacking = [visit for visit in visits if visit.pk not in known]
    return [
        documents.issue(kind, visit, by=by) for visit in lacking for kind in handed.kinds_of(visit)
    ]
