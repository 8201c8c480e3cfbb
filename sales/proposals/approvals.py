"""What of a proposal is asked of those who may decide, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog import wording
from core import cells, registry
from orders.approvals import discount_sentence, hand_price_sentence
from orders.work_orders.wanted import DISCOUNT, HAND_PRICE
from sales.models import Proposal
from sales.proposals.decisions import CODES


def about(proposal):
    yield _("Client"), proposal.client.name
    yield _("What it is about"), proposal.title
    yield _("Sum"), cells.rubles(proposal.total)
    if proposal.discount_percent:
        yield _("Discount, %"), wording.number(proposal.discount_percent)
    yield _("Holds until"), cells.day(proposal.valid_until)


KINDS = (
    (
        DISCOUNT,
        gettext_lazy("Discount in a proposal"),
        "sales.approve_discount_proposal",
        discount_sentence,
        {"limit": lambda person: person.role.discount_limit},
    ),
    (
        HAND_PRICE,
        gettext_lazy("Price by hand in a proposal"),
        "sales.approve_hand_price_proposal",
        hand_price_sentence,
        {},
    ),
)


def contribute():
    for code, label, right, sentence, limit in KINDS:
        kind = registry.ApprovalKind(
            CODES[code], label, right, Proposal, sentence, about=about, **limit
        )
        registry.add_approval_kind(kind)
