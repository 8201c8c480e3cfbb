"""What of an amendment somebody must decide: the same as of an order that is taken, asked about
the amendment, so that the order's own answers stay what they were."""

from django.utils.translation import gettext as _

from company.approvals import actions as approvals
from company.approvals.answering import decides
from company.models import Approval
from core import registry
from orders.work_orders.wanted import (
    DISCOUNT,
    EARLY_DATE,
    HAND_PRICE,
    HandPrice,
    Wanted,
    free_percent,
    wanted,
    within_policy,
)

CODES = {kind: f"amended_{kind}" for kind in (DISCOUNT, EARLY_DATE, HAND_PRICE)}


def wanted_of(found, *, by) -> list[Wanted]:
    """Of a Difference: a discount given before may stay, and so may a price by hand of a piece
    that stays."""
    order, amended = found.order, found.amended
    allowed = found.allowance.percent if found.allowance else None
    limit = free_percent(order, by=by)
    free = max(within_policy(limit, allowed), order.discount_percent)
    percent = amended.discount_percent
    return wanted(
        discount_percent=percent if percent > free else 0,
        limit=limit,
        allowed=allowed,
        wished_on=amended.wished_on,
        promised_on=found.computed().on,
        by_hand=[_hand_price(found, place) for place in _priced_by_hand(found)],
    )


def _priced_by_hand(found):
    return [
        place
        for place, pair in enumerate(found.pairs)
        if pair.sets_price_by_hand and found.priced[place].content.hand_price is not None
    ]


def _hand_price(found, place) -> HandPrice:
    line = found.priced[place]
    by_hand = line.content.hand_price
    return HandPrice(line.title, line.quote.quantity, by_hand, line.quote.calculated_price)


def beyond(found, *, by) -> list[Wanted]:
    """What the person may not decide alone."""
    office = found.order.office_id
    return [
        each
        for each in wanted_of(found, by=by)
        if not decides(by, registry.approval_kinds[CODES[each.kind]], each.measure, office)
    ]


def ask_for(amendment, found, *, by):
    """Ask for what is not settled yet; what is wanted no more is not asked any more."""
    standing = list(Approval.objects.standing().of(amendment))
    still = wanted_of(found, by=by)
    codes = {CODES[each.kind] for each in still}
    for approval in standing:
        if approval.is_waiting and approval.kind not in codes:
            approvals.drop(approval)
    amendment.asked = [_asked(amendment, each, standing, by=by).pk for each in still]
    amendment.save(update_fields=["asked"])


def _asked(amendment, each, standing, *, by):
    code = CODES[each.kind]
    for approval in standing:
        if approval.kind == code and approval.is_approved and each.within(approval.asked):
            return approval
    said = {"asked": each.asked, "measure": each.measure, "reason": _reason(amendment)}
    return approvals.ask(code, amendment, by=by, **said)


def _reason(amendment):
    longest = Approval._meta.get_field("reason").max_length
    return amendment.reason[:longest]


def objection(amendment) -> str | None:
    """Why it may not be offered to the client yet."""
    for approval in Approval.objects.filter(pk__in=amendment.asked):
        words = {"what": approval.sentence}
        if approval.is_waiting:
            return _("Waits for a decision. %(what)s") % words
        if not approval.is_approved:
            return _("Refused. %(what)s Change it, or drop the change.") % words
    return None
