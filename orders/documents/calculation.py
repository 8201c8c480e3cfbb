"""The calculation for a client who thinks it over: an offer with its last day, not a contract."""

from datetime import timedelta

from orders.documents import parties, positions, sums
from orders.work_orders.actions.accept import PRICES_HOLD_DAYS
from orders.work_orders.wanted import ready_on


def content(order) -> dict:
    rows = list(order.positions.all())
    return {
        "number": order.number,
        "date": sums.day(order.priced_on),
        "valid_until": sums.day(order.priced_on + timedelta(days=PRICES_HOLD_DAYS)),
        "promised_on": sums.day(ready_on(order)),
        "firm": parties.firm(),
        "office": parties.office(order),
        "client": parties.client(order),
        "manager": parties.employee(order.manager),
        "comment": order.comment,
        "positions": positions.priced(order, rows),
        **sums.owed(order, rows, order.priced_on),
    }
