"""Work of positions as the promised date reads it."""


def routes_of(operations) -> list[list[tuple[str, int]]]:
    """Position by position (stage code, minutes), in order of work."""
    routes = {}
    for operation in operations.select_related("stage").order_by("position", "ordinal"):
        work = (operation.stage.code, operation.minutes)
        routes.setdefault(operation.position_id, []).append(work)
    return list(routes.values())
