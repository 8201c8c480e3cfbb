from orders.work_orders.lifecycle import TAKES_MONEY


def of_order(order, user):
    """Nothing is asked of the database for an order that no invoice was issued for."""
    takes_more = order.status in TAKES_MONEY and order.debt > 0
    may_issue = takes_more and user.has_perm("orders.add_invoice")
    shares = order.invoice_shares.select_related("invoice").order_by("-invoice_id")
    found = list(shares) if order.has_invoices else []
    if not (found or may_issue):
        return None
    return {"order": order, "shares": found, "may_issue": may_issue}
