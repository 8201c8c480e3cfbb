from company.models.employee import named
from orders.models import Payment


def payments_of(order) -> list[Payment]:
    """All of them, each with its correction: that is one of them, and need not be joined."""
    rows = list(order.payments.select_related("by").defer(*named("by")))
    corrections = {row.corrects_id: row for row in rows}
    correction = Payment._meta.get_field("correction")
    for row in rows:
        correction.set_cached_value(row, corrections.get(row.pk))
    return rows
