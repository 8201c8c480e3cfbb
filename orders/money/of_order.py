from company.models.employee import named
from core.prepared import of_row, prepared
from orders.models import Payment


def payments_of(order) -> list[Payment]:
    """All of them, each with its correction: that is one of them, and need not be joined."""
    rows = of_row(order, "order", _payments(order))
    corrections = {row.corrects_id: row for row in rows}
    correction = Payment._meta.get_field("correction")
    for row in rows:
        correction.set_cached_value(row, corrections.get(row.pk))
    return rows


@prepared
def _payments(order):
    return Payment.objects.filter(order=order).select_related("by").defer(*named("by"))
