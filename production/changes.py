"""What an amendment changed about a piece, as its card and its page say it."""

from typing import NamedTuple

from catalog.tariffs import assortment
from orders.amendments.spec_changes import Fact, facts_changed
from orders.models import PositionChange


class Shown(NamedTuple):
    change: PositionChange
    facts: list[Fact]


def unseen(position) -> list[Shown]:
    """No query for a piece of which nothing is to be read."""
    if not position.has_unseen_change:
        return []
    return _shown(position.changes.unseen())


def seen(position) -> list[Shown]:
    if not position.order.revision:
        return []
    return _shown(position.changes.exclude(seen_at=None).select_related("seen_by"))


def _shown(changes):
    known = assortment()
    rows = changes.select_related("amendment")
    return [Shown(change, facts_changed(*change.specs, known)) for change in rows]
