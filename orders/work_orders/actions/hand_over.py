from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from company.models import Firm
from company.robot import robot
from core import attachments, cells, clock, documents, money
from core.errors import Refused
from orders.documents import handed
from orders.models import HandOver, WorkOrder
from orders.money.actions import take_payment
from orders.work_orders.actions.shop import follow
from orders.work_orders.lifecycle import ARCHIVE, ORDER_LIFE, POSITION_LIFE, PositionStep, Step
from orders.work_orders.parting import part_off
from orders.work_orders.visit import due_now

SIGNATURE = "signature"


@transaction.atomic
def hand_over(
    order,
    *,
    by,
    positions=None,
    quantities=None,
    place=HandOver.Place.OFFICE,
    note="",
    signature=None,
    amount=Decimal(0),
    method="cash",
    receipt=None,
    token=None,
) -> WorkOrder:
    """Take the balance and hand over the whole order or some `positions` (ids), both or neither.

    `quantities` {id: how many} says of which of them only some pieces leave: those become a row of
    their own, the others stay. `signature` is a PNG upload, None where the paper is signed. In the
    office only what has come there is handed over, at the client's place also what comes straight
    from the workshop. What leaves must be paid, unless a director allowed it. With its last
    position the order is handed over, its work order issued anew with the signature, and it is
    archived at once unless the firm set a delay. A second press by the same person changes nothing.
    """
    locked = WorkOrder.objects.with_parties().select_for_update(of=["self"]).get(pk=order.pk)
    if _is_pressed_again(locked, by=by, token=token):
        return locked
    leaving = _parted(_leaving(locked, positions, place), quantities or {})
    _take_balance(locked, amount, by=by, method=method, receipt=receipt, token=token)
    visit = locked.hand_overs.create(
        place=place,
        note=note,
        signature=_kept(locked, signature),
        at=clock.now(),
        by=by,
        form_token=token,
    )
    _let_go(locked, visit, leaving, by=by)
    return locked


def _is_pressed_again(order, *, by, token):
    """Refuses somebody else's press after the order has left: says who was first, and when."""
    if token and order.hand_overs.filter(form_token=token).exists():
        return True
    if order.status not in ARCHIVE:
        return False
    first = order.steps.filter(step=Step.HAND_OVER).select_related("by").last()
    if first.by_id != by.pk:
        raise Refused(
            _("This order is handed over already: %(who)s, %(when)s.")
            % {"who": first.by.short_name, "when": cells.moment(first.at)}
        )
    return True


def _leaving(order, chosen, place):
    """The pieces that go with the client now."""
    rows = order.positions.all()
    there = rows.in_office() if place == HandOver.Place.OFFICE else rows.handable()
    found = list(there if chosen is None else there.filter(pk__in=chosen))
    if chosen is not None and len(found) < len(set(chosen)):
        _refuse_gone(order, chosen)
        raise Refused(_("Some of these pieces cannot be handed over now. Look at the order again."))
    if not found:
        words = {"step": Step.HAND_OVER.label, "state": order.state.label}
        raise Refused(_("“%(step)s” is not possible now: the state is “%(state)s”.") % words)
    return found


def _parted(leaving, quantities):
    return [part_off(each, quantities.get(each.pk, each.quantity)) for each in leaving]


def _refuse_gone(order, chosen):
    """Somebody else has handed some of these over meanwhile: say who and when."""
    gone = order.positions.handed_over().filter(pk__in=chosen).select_related("hand_over__by")
    if piece := gone.first():
        words = {
            "number": piece.ordinal,
            "who": piece.hand_over.by.short_name,
            "when": cells.moment(piece.hand_over.at),
        }
        raise Refused(_("Piece %(number)s is handed over already: %(who)s, %(when)s.") % words)


def _take_balance(order, amount, **paid):
    if amount:
        take_payment(order, amount=amount, **paid)
        order.refresh_from_db(fields=["paid", "debt"])


def _kept(order, signature):
    if not signature:
        return None
    return attachments.attach(order, signature, by=robot(), purpose=SIGNATURE)


def _let_go(order, visit, leaving, *, by):
    for position in leaving:
        position.order = order
        POSITION_LIFE.take(position, PositionStep.HAND_OVER, by=by, hand_over=visit)
    for kind in handed.kinds_of(visit):
        documents.issue(kind, visit, by=by)
    if order.positions.left().exists():
        _hand_over_part(order, visit, leaving, by=by)
    else:
        _hand_over_all(order, visit, by=by)


def _hand_over_part(order, visit, leaving, *, by):
    """What has left so far must be covered by what is paid so far."""
    lacks = due_now(order)
    if lacks > 0 and not order.debt_allowed_by_id:
        raise Refused(
            _("What leaves now is not paid: take %(sum)s ₽, or a director allows it.")
            % {"sum": money.amount(lacks)}
        )
    numbers = ", ".join(each.numbered for each in leaving)
    note = _("Positions: %(numbers)s. %(note)s") % {"numbers": numbers, "note": _told(visit)}
    visits = order.visits + 1
    ORDER_LIFE.take(order, Step.HAND_OVER_PART, by=by, note=note.strip(), visits=visits)
    follow(order, by=by)


def _hand_over_all(order, visit, *, by):
    said = {"hand_over_note": visit.note, "visits": order.visits + 1}
    ORDER_LIFE.take(order, Step.HAND_OVER, by=by, note=_told(visit), **said)
    documents.issue("work_order", order, by=by)
    if not Firm.get().archive_after_days:
        ORDER_LIFE.take(order, Step.ARCHIVE, by=robot())


def _told(visit):
    if visit.place == HandOver.Place.OFFICE:
        return visit.note
    return _("At the client's place. %(note)s") % {"note": visit.note}
