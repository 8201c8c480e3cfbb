"""What of a proposal somebody must decide: the same as of an order, asked about the proposal."""

from django.utils.translation import gettext as _

from company.approvals import actions as approvals
from company.models import Approval
from orders.work_orders.wanted import (
    DISCOUNT,
    HAND_PRICE,
    HandPrice,
    Wanted,
    limit_of,
    to_ask,
    wanted,
    within_policy,
)

CODES = {kind: f"proposed_{kind}" for kind in (DISCOUNT, HAND_PRICE)}
KINDS = {code: kind for kind, code in CODES.items()}


class Standing:
    """An approval of a proposal, read as one of an order."""

    def __init__(self, approval):
        self.kind = KINDS[approval.kind]
        self.is_approved, self.asked = approval.is_approved, approval.asked


def wanted_of(discount_percent, by_hand, *, manager, allowed) -> list[Wanted]:
    return wanted(
        discount_percent=discount_percent,
        limit=manager.role.discount_limit,
        wished_on=None,
        promised_on=None,
        by_hand=by_hand,
        allowed=allowed,
    )


def undecided(found: list[Wanted], standing, *, manager, by, allowed) -> list[Wanted]:
    """Of these what nobody has decided, and is not free."""
    free = within_policy(limit_of(manager, by), allowed)
    return to_ask(found, [Standing(each) for each in standing], free_percent=free)


def standing_of(proposal) -> list[Approval]:
    found = Approval.objects.standing().of(proposal).of_kind(*KINDS)
    return list(found.select_related("asked_by"))


def ask_for(proposal, reckoned, *, by, reason):
    """Ask for what is not settled yet; what is wanted no more is not asked any more."""
    allowed = reckoned.allowance.percent if reckoned.allowance else None
    said = {"manager": proposal.responsible, "allowed": allowed}
    found = wanted_of(proposal.discount_percent, reckoned.by_hand, **said)
    standing = standing_of(proposal)
    still = undecided(found, standing, by=by, **said)
    codes = {CODES[each.kind] for each in still}
    for approval in standing:
        if approval.is_waiting and approval.kind not in codes:
            approvals.drop(approval)
    for each in still:
        more = {"asked": each.asked, "measure": each.measure, "reason": reason}
        approvals.ask(CODES[each.kind], proposal, by=by, **more)


def objection(proposal) -> str | None:
    """Why it may not be sent yet."""
    revision = proposal.revisions.get(number=proposal.revision)
    by_hand = [
        HandPrice(row.title, row.quantity, row.hand_price, row.calculated_price)
        for row in revision.lines.exclude(hand_price=None)
    ]
    said = {"manager": proposal.responsible, "allowed": revision.allowed_percent}
    found = wanted_of(revision.discount_percent, by_hand, **said)
    standing = standing_of(proposal) if found else []
    for each in undecided(found, standing, by=proposal.responsible, **said):
        mine = [approval for approval in standing if approval.kind == CODES[each.kind]]
        words = {"what": each.sentence}
        if any(approval.is_waiting for approval in mine):
            return _("Waits for a decision. %(what)s") % words
        if mine:
            return _("Refused. %(what)s Change it, or ask again with another reason.") % words
        return _("A decision is needed. %(what)s Keep the proposal anew to ask for it.") % words
    return None
