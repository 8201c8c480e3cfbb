"""The sales receipt: what was sold and for how much, beside the till's own receipt."""

from core import clock
from orders.documents import parties, positions, sums


def content(order) -> dict:
    rows = list(order.positions.all())
    return {
        "number": order.number,
        "amendment": order.revision,
        "date": sums.day(clock.today()),
        "firm": parties.firm(),
        "office": parties.office(order),
        "manager": parties.employee(order.manager),
        "positions": [positions.plain(position) for position in rows],
        **sums.owed(order, rows, clock.today()),
        **sums.paid(order),
    }
