"""How long a client stays on the average, and what a client is expected to bring in that time."""

from datetime import date
from decimal import Decimal

from django.db.models import Avg, Count, F

from clients.models import AverageRelation, ClientSummary, RelationRules
from core import clock
from core.money import kopecks

SHORTEST_DAYS = 365  # a younger relation is taken for a year: one big order is no pace


def count_average() -> AverageRelation | None:
    """Of all who have been regular, the time between the first and the last order; None, and
    nothing kept, where nobody has. Counted twice a day, it is one row."""
    regular = ClientSummary.objects.filter(orders_count__gte=RelationRules.regular_from())
    found = regular.aggregate(
        length=Avg(F("last_order_at") - F("first_order_at")), clients=Count("pk")
    )
    if not found["clients"]:
        return None
    counted = {"days": found["length"].days, "clients_count": found["clients"]}
    kept, _is_new = AverageRelation.objects.update_or_create(
        counted_on=clock.today(), defaults=counted
    )
    return kept


def expected_value(summary: ClientSummary, average: AverageRelation, today: date) -> Decimal:
    """The pace of ordering so far over the average length of the relation; never less than what is
    ordered already."""
    if summary.first_order_at is None:
        return Decimal(0)
    passed = max((clock.midnight(today) - summary.first_order_at).days, SHORTEST_DAYS)
    return max(kopecks(summary.ordered_sum * average.days / passed), summary.ordered_sum)
