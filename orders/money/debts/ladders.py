"""By which steps the firm goes about an overdue invoice, and which of them is due."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from django.db.models import Exists, OuterRef, Q

from clients import actions as clients
from core import clock
from orders.models import DebtMeasure, DebtRule, DebtStep, Invoice

# While the day that the client has named is ahead, nobody is asked when it will be paid.
PUT_OFF_BY_A_PROMISE = {DebtMeasure.MAIL, DebtMeasure.CALL}


@dataclass(frozen=True)
class Ladder:
    """The rules of one segment, the latest first; `wider_than` are the segments that go before."""

    rules: tuple[DebtRule, ...]
    segment: object
    wider_than: tuple

    def invoices(self):
        rows = Invoice.objects.open().undisputed()
        if self.segment:
            rows = rows.filter(_of(self.segment))
        for segment in self.wider_than:
            rows = rows.filter(~_of(segment))
        return rows

    def due_by(self, rule):
        """Those that have come to this rule and to no later one of its kind."""
        done = DebtStep.objects.filter(
            invoice=OuterRef("pk"), measure=rule.measure, due_on=OuterRef("due_on")
        )
        due_on = clock.today() - timedelta(days=rule.days)
        rows = self.invoices().filter(~Exists(done.filter(days__gte=rule.days)), due_on__lte=due_on)
        if rule.measure in PUT_OFF_BY_A_PROMISE:
            named = Q(expected_said_at__isnull=False, expected_on__gte=clock.today())
            rows = rows.exclude(named)
        return rows


def _of(segment):
    return Exists(clients.clients_of(segment).filter(pk=OuterRef("client")).order_by())


def ladders() -> list[Ladder]:
    """The narrowest segment first: of two the smaller one; those for everybody last. A later rule
    goes before an earlier one, so that what an outage has left is made up for by one step."""
    rules = sorted(DebtRule.objects.active().select_related("segment"), key=_breadth)
    found, before = [], []
    for _key, group in groupby(rules, key=_breadth):
        theirs = tuple(sorted(group, key=lambda rule: -rule.days))
        found.append(Ladder(theirs, theirs[0].segment, tuple(before)))
        before.append(theirs[0].segment)
    return found


def _breadth(rule):
    if rule.segment is None:
        return (1, 0, 0)
    return (0, rule.segment.clients_count, rule.segment_id)
