from django.db import transaction
from django.utils.translation import gettext as _

from company.numbering import take_number
from company.robot import robot
from core import clock, documents
from core.errors import Refused
from orders.models import PositionOperation, WorkOrder
from orders.money.actions import take_payment
from orders.work_orders.actions.issue import issue_agreed
from orders.work_orders.actions.shop import follow
from orders.work_orders.actions.sign import forget_signature, sign
from orders.work_orders.actions.stale import refuse_stale
from orders.work_orders.lifecycle import (
    ORDER_LIFE,
    POSITION_LIFE,
    PositionStep,
    Status,
    Step,
)
from orders.work_orders.pricing import Prepayment, promised_date
from orders.work_orders.routes import routes_of

SERIES = "work order"
PRICES_HOLD_DAYS = 14


@transaction.atomic
def accept(
    order, *, by, version=None, prepayment: Prepayment | None = None, token=None, signature=None
):
    """Fix the order: number, promised date, the shop's queue, money, papers, in one transaction.

    The number comes late, since its counter stays locked until the commit. Accepting an accepted
    order answers that order, so that a second press changes nothing.
    """
    locked = WorkOrder.objects.with_parties().select_for_update(of=["self"]).get(pk=order.pk)
    if locked.status not in {Status.CALCULATION, Status.CANCELLED}:
        return locked
    if version is not None:
        refuse_stale(locked, version)
    _refuse_old_prices(locked)
    operations = PositionOperation.objects.filter(position__order=locked)
    usual, urgent = routes_of(operations)
    promise = promised_date(usual, urgent=urgent)
    operations.update(is_open=True)
    if not locked.wished_on and promise.on > locked.promised_on:
        forget_signature(locked)
    locked.promised_on = promise.on  # an earlier wish is measured against today's queue
    year = clock.today().year
    ORDER_LIFE.take(
        locked,
        Step.ACCEPT,
        by=by,
        **_agreed(locked, promise),
        is_of_new_client=not WorkOrder.objects.bought().filter(client=locked.client_id).exists(),
        year=year,
        seq=take_number(SERIES, year),
        version=locked.version + 1,
    )
    _take_prepayment(locked, prepayment, by=by, token=token)
    sign(locked, signature)
    issue_agreed(locked, by=by)
    if locked.positions.of_clients_material().exists():
        documents.issue("own_material_slip", locked, by=by)
    _shelve(locked)
    follow(locked, by=by)
    return locked


def _take_prepayment(order, given, *, by, token):
    """What is given now, or was typed when the calculation was kept: a question to a director does
    not lose it. For somebody who may not take money it goes on standing there."""
    typed = order.typed_prepayment
    prepayment = given or (Prepayment.from_json(typed) if typed else None)
    if prepayment and (given or by.has_perm("orders.take_payment")):
        take_payment(order, by=by, token=token, **prepayment._asdict())
        WorkOrder.objects.filter(pk=order.pk).update(typed_prepayment=None)
    order.refresh_from_db(fields=["paid", "debt", "typed_prepayment"])


def _agreed(order, promise) -> dict:
    """The date that the client wished; that it may be earlier is a condition of the step."""
    if not order.wished_on:
        return {"promised_on": promise.on, "promised_reason": promise.reason}
    return {"promised_on": order.wished_on, "promised_reason": _("as the client wishes")}


def _shelve(order):
    """Goods and services do not go through the workshop: they may be handed over at once, and an
    order of nothing else is ready as it is."""
    for position in order.positions.filter(goes_to_shop=False):
        POSITION_LIFE.take(position, PositionStep.SHELVE, by=robot())
    if not order.has_production:
        ORDER_LIFE.take(order, Step.SHELVE, by=robot())


def _refuse_old_prices(order):
    if order.prices_until and clock.today() <= order.prices_until:
        return
    if (clock.today() - order.priced_on).days > PRICES_HOLD_DAYS:
        raise Refused(
            _("The prices of this calculation are older than %(days)s days. Save it anew first.")
            % {"days": PRICES_HOLD_DAYS}
        )
