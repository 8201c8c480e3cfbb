from django.db import transaction
from django.utils.translation import gettext as _

from core import documents
from core.errors import Refused
from core.models import Document
from orders.models import Position, WorkOrder

# What the labels are of, and whether they come on sheets or on a roll.
KINDS = {
    (WorkOrder, False): "labels",
    (WorkOrder, True): "labels_roll",
    (Position, False): "label",
    (Position, True): "label_roll",
}


@transaction.atomic
def print_labels(of, *, by, on_roll=False) -> Document:
    """The labels of an order or of one position: the same again unless they would say else."""
    order_pk = of.pk if isinstance(of, WorkOrder) else of.order_id
    order = WorkOrder.objects.select_for_update().get(pk=order_pk)
    if not order.is_accepted or not order.has_production:
        raise Refused(_("Labels are printed for what goes to the workshop, once it is accepted."))
    return documents.as_it_is(KINDS[type(of), on_roll], of, by=by)
