"""What the page of an invoice shows of its debt."""

from orders.money.invoices.lifecycle import ANSWER


def dispute(invoice, user):
    if not invoice.is_disputed:
        return None
    return {"invoice": invoice, "may_settle": user.has_perm(ANSWER)}


def steps(invoice, user):
    """Nothing is asked of the database for an invoice that was never overdue."""
    if not (invoice.days_overdue or invoice.is_paid):
        return None
    found = list(invoice.debt_steps.newest_first())
    return {"steps": found} if found else None
