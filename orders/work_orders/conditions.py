"""Why a step is not possible now: each answers a sentence for the person, or None."""

from django.utils.translation import gettext as _

from catalog import trade
from catalog.tariffs import assortment
from clients import regulation
from core import money
from orders.work_orders import wanted

STAGE = "order"  # of the entry regulation


def has_positions(order):
    return None if order.positions.exists() else _("There is nothing to make yet: add a position.")


def warnings_have_reasons(order):
    known = assortment()
    for position in order.positions.all():
        for warning in trade.warnings(position.line_spec, known):
            if warning.needs_reason and warning.code not in position.overridden:
                words = {"place": position.ordinal, "warning": warning.sentence}
                sentence = _("Position %(place)s needs a reason why it is made so: %(warning)s")
                return sentence % words
    return None


def client_is_known(order):
    """What the entry regulation makes compulsory for an order."""
    missing = regulation.lacking(order.client, STAGE)
    if not missing:
        return None
    words = {"client": order.client, "fields": ", ".join(missing)}
    return _("The card of %(client)s lacks what an order needs: %(fields)s.") % words


def is_decided(order):
    return next(iter(wanted.objections(order).values()), None)


def is_paid(order):
    if order.debt <= 0 or order.debt_allowed_by_id:
        return None
    return _("%(sum)s ₽ is not paid yet. Take the money, or a director allows the hand-over.") % {
        "sum": money.amount(order.debt)
    }


def order_is_in_shop(position):
    from orders.work_orders.lifecycle import IN_WORK

    return None if position.order.status in IN_WORK else _("The order is not in the workshop now.")


def change_is_seen(position):
    if not position.has_unseen_change:
        return None
    return _("The order was changed. Read what is different and confirm it first.")


def order_is_expected(position):
    """What was on the way when its order was put on hold arrives all the same."""
    from orders.work_orders.lifecycle import IN_WORK, Status

    expected = position.order.status in IN_WORK | {Status.ON_HOLD}
    return None if expected else _("The order is not in the workshop now.")
