"""What the screen of a proposal would post: of an empty form, of a revision."""

from datetime import timedelta
from uuid import uuid4

from django.http import QueryDict

from catalog.wording import number
from core import clock
from orders.work_orders.typed import POSITION, posted, typed_line
from sales.proposals.decisions import standing_of
from sales.proposals.models import Part, ProposalTemplate
from sales.proposals.typed_line import PART

USUAL_DAYS = 14


def blank(**given) -> QueryDict:
    """One line waits to be filled; the words are those of the firm's first template."""
    template = ProposalTemplate.objects.active().first()
    return posted({"token": uuid4(), **words_of(template), **given}, line=["0"])


def words_of(template: ProposalTemplate | None) -> dict:
    days = template.valid_days if template else USUAL_DAYS
    return {
        "text": template.text if template else "",
        "terms": template.terms if template else "",
        "valid_until": (clock.today() + timedelta(days=days)).isoformat(),
    }


def of(proposal, revision) -> QueryDict:
    """As a person would have typed it."""
    lines = list(revision.lines.all())
    asked = [each.reason for each in standing_of(proposal) if each.is_waiting]
    discount = revision.discount_percent
    data = {
        "token": uuid4(),
        "version": proposal.version,
        "client": proposal.client_id,
        "person": proposal.person_id or "",
        "deal": proposal.deal_id or "",
        "title": proposal.title,
        "text": revision.text,
        "terms": revision.terms,
        "valid_until": max(revision.valid_until, clock.today()).isoformat(),
        "discount_percent": number(discount) if discount else "",
        "reason": asked[0] if asked else "",
    }
    for index, line in enumerate(lines):
        own = {PART: _part(line), POSITION: line.key}
        data |= typed_line(index, line.line_spec, line.overridden, line.hand_price, **own)
    return posted(data, line=[str(index) for index in range(len(lines))])


def _part(line) -> str:
    if line.part == Part.ALTERNATIVE:
        return str(line.group)
    return "" if line.part == Part.FIXED else line.part
