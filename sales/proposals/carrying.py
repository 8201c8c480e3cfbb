"""What the client has agreed to, as an order takes it: with the prices that were offered."""

from django.db.models import F

from company.models import Approval
from orders.work_orders.pricing import Held, LineContent
from sales.proposals.decisions import KINDS
from sales.proposals.models import Proposal, ProposalLine


def accepted_lines(deal) -> list[LineContent]:
    """Of a deal: the lines of its accepted proposals that no order was made of yet."""
    rows = ProposalLine.objects.filter(
        revision__proposal__in=Proposal.objects.filter(deal=deal).to_order(),
        revision__number=F("revision__proposal__revision"),
        is_taken=True,
    )
    return [line.content for line in rows.order_by("revision__proposal", "ordinal")]


def lines_of(revision) -> tuple[LineContent, ...]:
    return tuple(line.content for line in revision.lines.all() if line.is_taken)


def held(revision) -> Held:
    """The prices stand until the day that the client was told, and what was decided stays so."""
    asked = Approval.objects.of(revision.proposal).of_kind(*KINDS).approved()
    return Held(
        priced_on=revision.priced_on,
        until=revision.valid_until,
        price_level=revision.price_level,
        client_discount_percent=revision.client_discount_percent,
        decided=tuple((KINDS[each.kind], each) for each in asked.select_related("answered_by")),
    )
