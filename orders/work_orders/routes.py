"""Work of positions as the promised date reads it."""

from typing import NamedTuple


class Routes(NamedTuple):
    usual: list
    urgent: list


def routes_of(operations) -> Routes:
    """Position by position (stage code, minutes), in order of work."""
    routes, is_urgent = {}, {}
    rows = operations.order_by("position", "ordinal")
    asked = ("position", "stage__code", "minutes", "position__spec__urgency")
    for position, stage, minutes, urgency in rows.values_list(*asked):
        routes.setdefault(position, []).append((stage, minutes))
        is_urgent[position] = bool(urgency)
    return parted((route, is_urgent[position]) for position, route in routes.items())


def parted(routes) -> Routes:
    """Of pairs (route, whether it is urgent); what is not made has no route."""
    found = Routes([], [])
    for route, is_urgent in routes:
        if route:
            (found.urgent if is_urgent else found.usual).append(route)
    return found
