from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from core.errors import Refused
from orders.models import WorkOrder
from orders.work_orders import batch

AT_MOST = 500


def print_batch(papers: batch.Batch, pks: list[int], *, by):
    """Long work that prints these orders as they stand in `pks`, those that `by` may see."""
    if not by.has_perm("orders.see_prices"):
        raise PermissionDenied
    seen = set(WorkOrder.objects.visible_to(by).filter(pk__in=pks).values_list("pk", flat=True))
    wanted = [pk for pk in dict.fromkeys(pks) if pk in seen]
    if not wanted:
        raise Refused(_("Choose the orders to print."))
    if len(wanted) > AT_MOST:
        raise Refused(_("No more than %(count)s orders are printed at once.") % {"count": AT_MOST})
    return batch.start(papers, wanted, by=by)
