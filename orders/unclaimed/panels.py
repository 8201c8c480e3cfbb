from company.models import Firm
from orders.unclaimed.actions.reach import WARN_RIGHT
from orders.unclaimed.terms import terms_of


def of_order(order, user):
    """How long it waits, and what comes next; nothing is asked while the order's row says that it
    is fetched in time."""
    if not order.is_ready or not (order.follow_up_calls or order.unreached_at):
        return None
    warnings = list(order.storage_warnings.select_related("document"))
    terms = terms_of(order, Firm.get(), warnings)
    shown = [each for each in warnings if each.waits_since == terms.waits_since]
    return {
        "order": order,
        "terms": terms,
        "warnings": shown if user.has_perm("orders.see_prices") else [],
        "may_warn": terms.is_warning_due and user.has_perm(WARN_RIGHT),
    }
