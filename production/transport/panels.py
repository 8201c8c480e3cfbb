"""Where the pieces of an order are between the workshop and the office."""

from orders.work_orders.lifecycle import Status
from production.models import TransportRow


def of_order(order, user):
    """Asked for only while all of it is checked and not all of it has arrived; before, the state
    of each position says enough."""
    if order.state != Status.CHECKED:
        return None
    rows = TransportRow.objects.filter(position__order=order).with_places()
    shown = [row for row in rows if row.tells_where]
    return {"rows": shown} if shown else None
