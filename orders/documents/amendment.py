"""The amendment: what was agreed, what is agreed now, and what it costs and takes more."""

from django.utils import timezone

from core import clock
from orders.amendments.shown import changes_of, terms_of
from orders.documents import parties, sums


def content(amendment) -> dict:
    order = amendment.order
    return {
        "number": amendment.number,
        "date": sums.day(clock.today()),
        "order_number": order.number,
        "order_date": sums.day(timezone.localdate(order.accepted_at)),
        "firm": parties.firm(),
        "office": parties.office(order),
        "client": parties.client(order),
        "manager": parties.employee(amendment.drafted_by),
        "reason": amendment.reason,
        "positions": [_position(change) for change in changes_of(amendment)],
        "terms": [fact._asdict() for fact in terms_of(amendment)],
        "old_total": str(amendment.old_total),
        "new_total": str(amendment.new_total),
        "difference": str(abs(amendment.price_difference)),
        "is_dearer": amendment.price_difference > 0,
        "is_cheaper": amendment.price_difference < 0,
        "old_promised_on": sums.day(amendment.old_promised_on),
        "new_promised_on": sums.day(amendment.new_promised_on),
        "paid": str(order.paid),
    }


def _position(change) -> dict:
    return {
        "kind": change.kind,
        "ordinal": change.ordinal,
        "before": change.title_before,
        "after": change.title_after,
        "facts": [fact._asdict() for fact in change.facts],
        "quantity_before": change.before.quantity if change.before else None,
        "quantity_after": change.after.quantity if change.after else None,
        "picture": change.picture if change.after else "",
        "old_total": str(change.old_total) if change.before else "",
        "new_total": str(change.new_total) if change.after else "",
    }
