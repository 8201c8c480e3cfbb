"""Always the orders first, by their numbers, then the invoice: see docs/architecture.md."""

from orders.models import WorkOrder
from orders.money.invoices.models import Invoice, InvoiceShare


def lock_orders(pks) -> list[WorkOrder]:
    wanted = WorkOrder.objects.filter(pk__in=pks).order_by("pk")
    return list(wanted.select_for_update())


def orders_of(invoices) -> set[int]:
    """Which they are never changes."""
    pks = [invoice.pk for invoice in invoices]
    return set(InvoiceShare.objects.filter(invoice__in=pks).values_list("order", flat=True))


def lock(invoice) -> tuple[list[WorkOrder], Invoice]:
    """The invoice with its orders."""
    orders = lock_orders(orders_of([invoice]))
    return orders, Invoice.objects.select_for_update().get(pk=invoice.pk)
