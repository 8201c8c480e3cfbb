"""Always the orders first, by their numbers, then the invoice: see docs/architecture.md."""

from orders.models import WorkOrder
from orders.money.invoices.models import Invoice


def lock_orders(pks) -> list[WorkOrder]:
    wanted = WorkOrder.objects.filter(pk__in=pks).order_by("pk")
    return list(wanted.select_for_update())


def lock(invoice) -> tuple[list[WorkOrder], Invoice]:
    """The invoice with its orders; which they are never changes."""
    orders = lock_orders(invoice.shares.values_list("order", flat=True))
    return orders, Invoice.objects.select_for_update().get(pk=invoice.pk)
