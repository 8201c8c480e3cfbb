"""Asking those who may decide, as far as the content of an order needs it."""

from company.approvals import actions as approvals
from orders.work_orders.wanted import Wanted, approvals_of, to_ask


def ask(order, found: list[Wanted], *, by, reason, free_percent):
    """Ask for what of `found` is not settled yet; what is wanted no more is not asked any more."""
    standing = approvals_of(order)
    still = to_ask(found, standing, free_percent=free_percent)
    kinds = {each.kind for each in still}
    for approval in standing:
        if approval.is_waiting and approval.kind not in kinds:
            approvals.drop(approval)
    for each in still:
        approvals.ask(
            each.kind, order, by=by, reason=reason, asked=each.asked, measure=each.measure
        )
