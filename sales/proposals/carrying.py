"""What the client has agreed to, as an order takes it: with the prices that were offered."""

from company.models import Approval
from orders.work_orders.pricing import Held, LineContent
from sales.proposals.decisions import KINDS


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
