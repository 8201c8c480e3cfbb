"""What of an order needs a decision: a high discount, an early date, prices set by hand.

`wanted` says what stands there, whoever may decide it; `to_ask` what is still to be asked;
`objections` why the order cannot be accepted yet.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from company.models import Approval
from core import clock, registry

DISCOUNT, EARLY_DATE, HAND_PRICE, DEBT = "discount", "early_date", "hand_price", "debt"
OF_CONTENT = (DISCOUNT, EARLY_DATE, HAND_PRICE)


class HandPrice(NamedTuple):
    title: str
    quantity: int
    price: Decimal
    calculated: Decimal


@dataclass(frozen=True)
class Wanted:
    kind: str
    asked: dict  # as Approval.asked
    measure: Decimal | None = None

    def within(self, asked: dict) -> bool:
        """It is no more than what `asked` holds."""
        if self.kind == DISCOUNT:
            return self.measure <= Decimal(asked["percent"])
        if self.kind == EARLY_DATE:
            return self.asked["wished_on"] >= asked["wished_on"]
        return all(_is_within(line, asked["lines"]) for line in self.asked["lines"])

    def is_covered(self, approvals) -> bool:
        return any(
            each.kind == self.kind and each.is_approved and self.within(each.asked)
            for each in approvals
        )

    @property
    def sentence(self) -> str:
        return registry.approval_kinds[self.kind].sentence(self)


def _is_within(line, lines):
    return any(
        (each["title"], each["quantity"]) == (line["title"], line["quantity"])
        and Decimal(each["price"]) <= Decimal(line["price"])
        for each in lines
    )


def wanted(
    *, discount_percent, limit, wished_on: date | None, promised_on: date, by_hand, allowed=None
) -> list[Wanted]:
    """`limit`, of the role, and what is `allowed` by the discount policy are named beside the
    discount; a discount within both is named all the same."""
    found = []
    if discount_percent:
        asked = {"percent": str(discount_percent), "limit": str(limit)}
        if allowed is not None:
            asked["allowed"] = str(allowed)
        found.append(Wanted(DISCOUNT, asked, discount_percent))
    if wished_on and wished_on < promised_on:
        asked = {"wished_on": wished_on.isoformat(), "promised_on": promised_on.isoformat()}
        found.append(Wanted(EARLY_DATE, asked))
    if by_hand:
        lines = [{key: str(value) for key, value in each._asdict().items()} for each in by_hand]
        found.append(Wanted(HAND_PRICE, {"lines": lines}))
    return found


def wanted_of(order) -> list[Wanted]:
    rows = order.positions.filter(hand_price__isnull=False)
    return wanted(
        discount_percent=order.discount_percent,
        limit=order.manager.role.discount_limit if order.discount_percent else 0,
        wished_on=order.wished_on,
        promised_on=order.promised_on,
        allowed=order.allowed_percent,
        by_hand=[
            HandPrice(row.title, row.quantity, row.hand_price, row.calculated_price)
            for row in rows.order_by("ordinal")
        ],
    )


def limit_of(manager, by) -> Decimal:
    """Whoever of the two has less: a colleague does not borrow the limit of an order's manager."""
    return min(manager.role.discount_limit, by.role.discount_limit)


def to_ask(found: list[Wanted], approvals, *, free_percent) -> list[Wanted]:
    return [
        each
        for each in found
        if not (each.kind == DISCOUNT and each.measure <= free_percent)
        and not each.is_covered(approvals)
    ]


def approvals_of(order) -> list[Approval]:
    found = Approval.objects.standing().of(order).of_kind(*OF_CONTENT)
    return list(found.select_related("asked_by"))


def free_percent(order, *, by) -> Decimal:
    """The discount that `by` may give this order without asking, whatever the policy says: within
    the limit, or as much as somebody with a higher one has given it already."""
    limit = limit_of(order.manager, by)
    if order.discount_percent <= limit or DISCOUNT in objections(order):
        return limit
    return order.discount_percent


def within_policy(percent, allowed) -> Decimal:
    """The policy says what the client deserves, the role how far a person may go alone."""
    return percent if allowed is None else min(percent, allowed)


def objections(order) -> dict[str, str]:
    """{kind: a sentence} for all that still waits, was refused, or was never asked."""
    found = wanted_of(order)
    approvals = approvals_of(order) if found else []
    said = {each.kind: _objection(each, approvals) for each in found}
    if order.wished_on and order.wished_on < clock.today():
        said[EARLY_DATE] = _("The date that the client wished has passed: agree on another one.")
    return {kind: sentence for kind, sentence in said.items() if sentence}


def ready_on(order) -> date:
    """Of a calculation: the date that the client wishes, as long as nobody has to decide on it
    any more, else the computed one."""
    wished = order.wished_on
    return wished if wished and EARLY_DATE not in objections(order) else order.promised_on


def _objection(each, approvals) -> str:
    if each.is_covered(approvals):
        return ""
    words = {"what": each.sentence}
    mine = [approval for approval in approvals if approval.kind == each.kind]
    if any(approval.is_waiting for approval in mine):
        return _("Waits for a decision. %(what)s") % words
    if any(approval.is_refused and _reaches(each, approval) for approval in mine):
        return _("Refused. %(what)s Change it, or ask again with another reason.") % words
    if each.kind == DISCOUNT and each.measure <= _free_of(each.asked):
        return ""
    return _("A decision is needed. %(what)s Keep the calculation anew to ask for it.") % words


def _free_of(asked) -> Decimal:
    return min(Decimal(asked[name]) for name in ("limit", "allowed") if name in asked)


def _reaches(each, approval) -> bool:
    return each.kind != DISCOUNT or each.measure >= approval.measure
