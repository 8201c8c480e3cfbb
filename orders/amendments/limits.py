"""What needs a decision at acceptance is entered into an amendment only by who may decide it."""

from django.utils.translation import gettext as _

from catalog import wording
from company.approvals.answering import decides
from core import registry
from core.errors import Refused
from orders.work_orders.wanted import DISCOUNT, HAND_PRICE, free_percent


def refuse_beyond_limit(found, *, by):
    """A discount given before may stay, and so may a price by hand of a piece that stays."""
    order, percent = found.order, found.proposal.discount_percent
    free = free_percent(order, by=by)
    if percent > free and not _decides(DISCOUNT, order, by, percent):
        words = {"limit": wording.number(free)}
        raise Refused(
            _("Your discount limit is %(limit)s %%. A director may enter this change.") % words
        )
    by_hand = any(pair.sets_price_by_hand for pair in found.pairs)
    if by_hand and not _decides(HAND_PRICE, order, by):
        raise Refused(
            _(
                "The price of what is changed comes from the price list: empty the price by hand. "
                "A director may enter another one."
            )
        )


def _decides(code, order, by, measure=None):
    return decides(by, registry.approval_kinds[code], measure, order.office_id)
