"""In one move: an accepted proposal becomes a calculation, or an order with its invoice; a proposal
without a deal gets one."""

from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import Refused
from orders import actions as orders
from orders.work_orders.pricing import OrderContent
from sales.deals.actions import DealContent, link_order, open_deal
from sales.proposals import carrying
from sales.proposals.lifecycle import CHANGE, PROPOSAL_LIFE, ProposalVerb
from sales.proposals.models import Proposal


@transaction.atomic
def order_proposal(proposal, *, by):
    """A calculation with the lines and the prices that the client has agreed to."""
    locked = (
        Proposal.objects.select_for_update(of=["self"]).select_related("client").get(pk=proposal.pk)
    )
    if locked.order_id:
        return locked.order
    revision = locked.revisions.get(number=locked.revision)
    content = OrderContent(
        client=locked.client,
        lines=carrying.lines_of(revision),
        ad_source=locked.deal.ad_source if locked.deal else None,
        discount_percent=revision.discount_percent,
        comment=_("By the commercial proposal %(number)s") % {"number": locked.number},
        reason=locked.number,
        held=carrying.held(revision),
    )
    if not locked.is_accepted:
        raise Refused(_("An order is made of what the client has accepted."))
    order = orders.calculate(content, by=by, token=uuid4())
    PROPOSAL_LIFE.take(locked, ProposalVerb.TURN, by=by, note=order.number, order=order)
    if locked.deal:
        link_order(locked.deal, order, by=by)
    return order


def order_what_is_won(deal, *, by):
    """A deal that is won becomes what its client has accepted, an order for each proposal."""
    for proposal in Proposal.objects.filter(deal=deal).to_order().order_by("pk"):
        order_proposal(proposal, by=by)


@transaction.atomic
def invoice_proposal(proposal, *, by, percent=None):
    """The order is accepted, and the client is asked to pay for it."""
    order = orders.accept(order_proposal(proposal, by=by), by=by)
    return orders.issue_invoice([order], by=by, percent=percent)


@transaction.atomic
def put_into_deal(proposal, *, process, by):
    """A deal is opened about what is offered."""
    if not by.has_perm(CHANGE):
        raise PermissionDenied
    locked = (
        Proposal.objects.select_for_update(of=["self"]).select_related("client").get(pk=proposal.pk)
    )
    if locked.deal_id:
        raise Refused(_("The proposal belongs to a deal already."))
    said = DealContent(locked.title, expected_sum=locked.total, expected_on=locked.valid_until)
    deal = open_deal(locked.client, said, process=process, by=by, responsible=locked.responsible)
    locked.deal = deal
    locked.save(update_fields=["deal"])
    return deal
