"""Where the pieces of an order are between the workshop and the office."""

from production.models import TransportRow


def of_order(order, user):
    """Nothing of an order on the road is looked for after it has arrived or left."""
    if not order.is_promised:
        return None
    rows = TransportRow.objects.filter(position__order=order).with_places()
    shown = [row for row in rows if row.tells_where]
    return {"rows": shown} if shown else None
