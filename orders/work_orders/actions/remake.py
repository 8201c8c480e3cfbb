from dataclasses import replace
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from catalog.grouping import group_of
from catalog.norms import route
from catalog.pricing import Quote
from catalog.tariffs import assortment, norms_in_force, tariff_on
from core import clock
from core.errors import Refused
from orders.models import WorkOrder
from orders.work_orders.actions.accept import accept
from orders.work_orders.actions.keep import order_of
from orders.work_orders.lifecycle import ARCHIVE, PositionStatus
from orders.work_orders.positions import write_positions
from orders.work_orders.pricing import LineContent, Priced, PricedLine, promised_of

FREE = Decimal("0.00")


@transaction.atomic
def remake(order, *, by, positions: dict[int, int], reason, token=None) -> WorkOrder:
    """Make once more, without charge, what has left the firm: `positions` says how many of each id.

    A new order of the same client, office and manager, accepted at once; each names the other. The
    right to remake is the decision about its price. `token` makes a second press find the first's.
    """
    if not by.has_perm("orders.remake_workorder"):
        raise PermissionDenied
    if not reason.strip():
        raise Refused(_("Say what is wrong, so that the workshop knows what to do again."))
    if token and (pressed_before := order_of(token)):
        return pressed_before
    locked = WorkOrder.objects.select_for_update().get(pk=order.pk)
    priced = _priced(locked, [_line(piece, positions) for piece in _pieces(locked, positions)])
    return accept(_kept(locked, priced, by=by, reason=reason, token=token), by=by)


def may_be_remade(order):
    """Pieces that the client has; what is still with us goes back to the workshop instead."""
    made = order.positions.filter(goes_to_shop=True)
    is_over = order.status in ARCHIVE
    return made if is_over else made.filter(status=PositionStatus.HANDED_OVER)


def _pieces(order, wanted):
    pieces = list(may_be_remade(order).filter(pk__in=wanted))
    if not wanted or len(pieces) < len(wanted):
        raise Refused(_("Choose the pieces to be made again; the client must have them already."))
    if any(not 0 < wanted[piece.pk] <= piece.quantity for piece in pieces):
        raise Refused(_("No more of a piece can be made again than the client has."))
    return pieces


def _line(piece, wanted):
    spec = replace(piece.line_spec, quantity=wanted[piece.pk], urgency="")
    weight = piece.weight_kg * spec.quantity / piece.quantity
    known = assortment()
    return PricedLine(
        LineContent(spec, piece.overridden),
        piece.title,
        Quote((), FREE, spec.quantity, weight, None),
        route(spec, norms_in_force(), known),
        group_of(spec, known),
    )


def _priced(order, lines):
    return Priced(tuple(lines), promised_of(lines), tariff_on(clock.today(), order.price_level))


def _kept(order, priced, *, by, reason, token):
    kept = WorkOrder.objects.create(
        office=order.office,
        manager=order.manager if order.manager.is_active else by,
        client=order.client,
        ad_source=order.ad_source,
        price_level=order.price_level,
        priced_on=clock.today(),
        comment=reason.strip(),
        address=order.address,
        promised_on=priced.promise.on,
        promised_reason=priced.promise.reason,
        created_at=clock.now(),
        remake_of=order,
        cost=None if priced.deal.unknown else priced.deal.cost,
        form_token=token,
    )
    write_positions(kept, priced)
    return kept
