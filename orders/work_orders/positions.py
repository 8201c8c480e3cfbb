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
    spec, quote = line.content.spec, line.quote
    return Position(
        order=order,
        ordinal=ordinal,
        kind=spec.kind,
        title=line.title,
        spec=spec.to_json(),
        product_group_id=line.group.pk if line.group else None,
        width_mm=spec.width_mm or None,
        height_mm=spec.height_mm or None,
        quantity=spec.quantity,
        unit_price=quote.unit_price,
        total=quote.total,
        hand_price=line.content.hand_price,
        vat_sum=quote.vat_amount,
        explanation=[row.to_json() for row in quote.rows],
        overridden=line.content.overridden,
        weight_kg=quote.weight_kg,
        note=spec.note,
        goes_to_shop=spec.is_made,
    )
