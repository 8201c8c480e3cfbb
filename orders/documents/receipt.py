"""The sales receipt: what was sold and for how much, beside the till's own receipt."""

from core import clock
from orders.documents import parties, positions, sums


def content(order) -> dict:
    rows = [positions.plain(position) for position in order.positions.all()]
    return {
        "number": order.number,
        "amendment": order.revision,
        "date": sums.day(clock.today()),
        "firm": parties.firm(),
        "office": parties.office(order),
        "manager": parties.employee(order.manager),
        "positions": rows,
        **sums.owed(order, clock.today()),
        **sums.paid(order),
    }
