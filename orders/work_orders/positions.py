"""Priced lines as rows: positions, and their work waiting for each stage."""

from company.models import Stage
from orders.models import Position, PositionOperation


def write_positions(order, priced):
    """The order's positions become these; none of them is in the shop's queue yet."""
    order.positions.all().delete()
    positions = Position.objects.bulk_create(
        [position_of(order, ordinal, line) for ordinal, line in enumerate(priced.lines, start=1)]
    )
    stages = dict(Stage.objects.values_list("code", "pk"))
    PositionOperation.objects.bulk_create(
        [
            PositionOperation(
                position=position,
                stage_id=stages[load.stage],
                ordinal=ordinal,
                minutes=load.minutes,
            )
            for position, line in zip(positions, priced.lines, strict=True)
            for ordinal, load in enumerate(line.route, start=1)
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
        width_mm=spec.width_mm or None,
        height_mm=spec.height_mm or None,
        quantity=spec.quantity,
        unit_price=quote.unit_price,
        total=quote.total,
        vat_sum=quote.vat_amount,
        explanation=[row.to_json() for row in quote.rows],
        overridden=line.content.overridden,
        weight_kg=quote.weight_kg,
        note=spec.note,
        goes_to_shop=spec.is_made,
    )
