"""Priced lines as rows: positions, and their work waiting for each stage."""

from company.models import Stage
from core import attachments
from orders.models import Position, PositionOperation
from orders.work_orders.position_files import carry_files


def write_positions(order, priced):
    """The order's positions become these; none of them is in the shop's queue yet."""
    before = list(order.positions.all())
    if before:
        order.positions.all().delete()
    positions = Position.objects.bulk_create(
        [position_of(order, ordinal, line) for ordinal, line in enumerate(priced.lines, start=1)]
    )
    routes = [line.route for line in priced.lines]
    write_operations(zip(positions, routes, strict=True))
    if before:
        carry_files(before, positions)
    for position, line in zip(positions, priced.lines, strict=True):
        if line.content.photos:
            attachments.hand_on(line.content.photos, position)


def write_operations(routes):
    """`routes` are pairs (position, its route); nothing of them stands in the queue yet."""
    stages = {stage.code: stage.pk for stage in Stage.known()}
    PositionOperation.objects.bulk_create(
        [
            PositionOperation(
                position=position,
                stage_id=stages[load.stage],
                ordinal=ordinal,
                minutes=load.minutes,
            )
            for position, route in routes
            for ordinal, load in enumerate(route, start=1)
        ]
    )


def position_of(order, ordinal, line):
    return Position(
        order=order,
        ordinal=ordinal,
        goes_to_shop=line.content.spec.is_made,
        **line.facts,
    )
