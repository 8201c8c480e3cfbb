"""Proposals of one's own that ask for something today."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.lists.declared import counted, with_count
from core.prepared import prepared
from sales.models import Proposal
from sales.proposals.querysets import ending_until, silent_since

SHOWN = 5
ROW = ("year", "seq", "status", "total", "valid_until", "client__name")


class Kind(NamedTuple):
    """`named` are the days that `narrow` is asked with: reckoned from today, so handed in."""

    narrow: Callable
    first: str
    named: Callable = tuple


KINDS = {
    "to_order": Kind(lambda rows: rows.to_order(), "answered_at"),
    "ending": Kind(lambda rows, day: rows.ending(day), "valid_until", lambda: (ending_until(),)),
    "silent": Kind(lambda rows, at: rows.silent(at), "sent_at", lambda: (silent_since(),)),
}


@prepared
def _rows(user, *named, chip):
    kind, mine = KINDS[chip], Proposal.objects.visible_to(user).filter(responsible=user)
    found = kind.narrow(mine, *named).select_related("client").only(*ROW)
    return with_count(found.order_by(kind.first, "pk"))[:SHOWN]


def _block(user, *, chip, title, icon):
    found, count = counted(_rows(user, *KINDS[chip].named(), chip=chip))
    if not found:
        return None
    url = f"{reverse('sales:proposals')}?chip={chip}&responsible={user.pk}"
    return {"title": title, "icon": icon, "proposals": found, "count": count, "url": url}


BLOCKS = {
    "to_order": partial(
        _block, chip="to_order", title=_("Proposals accepted, to be ordered"), icon="circle-check"
    ),
    "ending": partial(
        _block, chip="ending", title=_("Proposals that end soon"), icon="hourglass-low"
    ),
    "silent": partial(
        _block, chip="silent", title=_("Proposals without an answer"), icon="message-question"
    ),
}
