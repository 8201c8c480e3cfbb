"""«КП-2026-000012», «12»: proposals by their number."""

import re

from core import money, registry
from sales.models import Proposal

_NUMBER = re.compile(r"(?:[^\W\d_]{1,4}[\s-]*)?(?:(\d{4})[-\s])?(\d{1,6})")


def by_number(user, text, limit):
    match = _NUMBER.fullmatch(text.strip())
    if not match:
        return []
    rows = Proposal.objects.visible_to(user).select_related("client").filter(seq=int(match[2]))
    if match[1]:
        rows = rows.filter(year=int(match[1]))
    return [_hit(each) for each in rows.order_by("-created_at")[:limit]]


def _hit(proposal):
    words = [proposal.client.name, proposal.title, str(proposal.state.label)]
    note = " · ".join([*words, f"{money.amount(proposal.total)} ₽"])
    return registry.SearchHit(proposal.number, note, proposal.get_absolute_url(), "file-text")
