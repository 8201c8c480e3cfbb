from company.models.employee import named
from orders.amendments.lifecycle import OPEN


def of_order(order, user):
    """Nothing, and no query, for an order that nobody has changed."""
    if not (order.revision or order.is_being_amended):
        return None
    found = order.amendments.select_related("drafted_by").defer(
        "content", "changes", "terms", *named("drafted_by")
    )
    return {"amendments": found.order_by("-pk"), "sees_prices": user.has_perm("orders.see_prices")}


def open_one(order, user):
    """What is not in force yet: the page below still shows the order as it was agreed."""
    if not order.is_being_amended:
        return None
    return {"amendment": order.amendments.filter(status__in=OPEN).first()}
