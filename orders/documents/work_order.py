"""The work order: a contract for the client, a task for the workshop."""

from django.utils import timezone

from core import documents
from orders.documents import parties, positions, signature, sums
from orders.work_orders.lifecycle import Step


def content(order) -> dict:
    """At the hand-over: what was agreed stays as it was issued, with the marks of the hand-over."""
    if not order.handed_over_at:
        return {**_agreed(order), **sums.paid(order)}
    earlier = documents.latest("work_order", order)
    agreed = earlier.content if earlier else _agreed(order)
    return {**agreed, **sums.paid(order), "handed_over": _handed_over(order)}


def _agreed(order) -> dict:
    accepted_on = timezone.localdate(order.accepted_at)
    rows = list(order.positions.prefetch_related("operations"))
    return {
        "number": order.number,
        "amendment": order.revision,
        "date": sums.day(accepted_on),
        "promised_on": sums.day(order.promised_on),
        "firm": parties.firm(),
        "office": parties.office(order),
        "client": parties.client(order),
        "manager": parties.employee(order.manager),
        "comment": order.comment,
        "signature": signature.at_acceptance(order),
        "has_production": order.has_production,
        "remake_of": order.remake_of.number if order.remake_of_id else "",
        "delivery_address": order.address,
        "positions": positions.priced(order, rows),
        "made": positions.made(order, rows),
        **sums.owed(order, rows, accepted_on),
    }


def _handed_over(order) -> dict:
    step = order.steps.filter(step=Step.HAND_OVER).select_related("by").last()
    return {
        "on": sums.day(timezone.localdate(order.handed_over_at)),
        "by": parties.employee(step.by if step else order.manager),
        "note": order.hand_over_note,
        "signature": signature.of(order.hand_overs.last()),
    }
