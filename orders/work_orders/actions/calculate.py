"""A calculation: priced and kept for a client who thinks it over."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from catalog import wording
from catalog.pricing import MissingPrice
from company.models import Stage
from core import clock, money
from core.errors import Refused, Stale
from orders.models import Position, PositionOperation, WorkOrder
from orders.work_orders.lifecycle import Status
from orders.work_orders.pricing import OrderContent, price


@transaction.atomic
def calculate(content: OrderContent, *, by, token=None) -> WorkOrder:
    """Keep a new calculation; the form's `token` makes a second press find the first's order."""
    if not by.has_perm("orders.add_workorder"):
        raise PermissionDenied
    if token and (pressed_before := WorkOrder.objects.filter(form_token=token).first()):
        return pressed_before
    now = clock.now()
    order = WorkOrder(
        office=by.office,
        manager=by,
        client=content.client,
        created_at=now,
        form_token=token,
        promised_on=clock.today(),
        priced_on=clock.today(),
    )
    _fill(order, content, by=by)
    return order


@transaction.atomic
def edit(order, content: OrderContent, *, by, version: int) -> WorkOrder:
    """Change a calculation; refused with what changed if somebody saved it meanwhile."""
    if not by.has_perm("orders.change_workorder"):
        raise PermissionDenied
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    if locked.status != Status.CALCULATION:
        raise Refused(_("Only a calculation can be changed: this order is accepted."))
    refuse_stale(locked, version)
    locked.priced_on = clock.today()
    _fill(locked, content, by=by)
    return locked


def refuse_stale(order, version: int):
    if order.version == version:
        return
    facts = {"sum": money.amount(order.total), "positions": order.positions.count()}
    raise Stale(
        _("Somebody else has changed this order meanwhile. What you typed is still here."),
        changes=[
            _("Now it has %(positions)s positions and the sum %(sum)s ₽.") % facts,
            _("Open it in another tab, compare, and save again."),
        ],
    )


def _fill(order, content, *, by):
    refuse_discount_over_limit(content.discount_percent, by=by)
    order.client = content.client
    order.ad_source = content.ad_source or content.client.ad_source
    order.price_level = content.client.price_level
    order.discount_percent = content.discount_percent
    order.comment, order.address = content.comment, content.address
    priced = priced_or_refused(order, content.lines)
    order.total, order.vat_percent = priced.total, priced.vat_percent
    order.promised_on, order.promised_reason = priced.promise
    if order.pk:
        order.version = F("version") + 1
    order.save()
    order.refresh_from_db()
    _write_positions(order, priced)


def refuse_discount_over_limit(percent, *, by):
    limit = by.role.discount_limit
    if percent > limit:
        raise Refused(
            _("Your discount limit is %(limit)s %%. Ask a director for more.") % {"limit": limit}
        )


def priced_or_refused(order, lines):
    try:
        return price(
            lines,
            on=order.priced_on,
            price_level=order.price_level,
            client_discount=order.client.discount_percent,
            order_discount=order.discount_percent,
        )
    except MissingPrice as missing:
        raise Refused(wording.missing_price(missing)) from None


def _write_positions(order, priced):
    order.positions.all().delete()
    positions = Position.objects.bulk_create(
        [_position(order, ordinal, line) for ordinal, line in enumerate(priced.lines, start=1)]
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


def _position(order, ordinal, line):
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
