"""Orders as figures and analyses count them: what was agreed, what was given, what is earned."""

from datetime import date, timedelta
from decimal import Decimal

from django.db.models import (
    DecimalField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Coalesce, Round

from core import clock
from orders.work_orders.lifecycle import Status

MONEY = DecimalField(max_digits=14, decimal_places=2)
HUNDRED = Value(Decimal(100))
DISCOUNTED = Q(discount_percent__gt=0)
# Without a policy in force there was nothing to go beyond.
BEYOND_POLICY = Q(discount_percent__gt=F("allowed_percent"))


def given() -> ExpressionWrapper:
    """The money that the discount of the order took off, to within the rounding of prices."""
    taken = F("total") * F("discount_percent") / (HUNDRED - F("discount_percent"))
    return ExpressionWrapper(Round(taken, 2), output_field=MONEY)


def net() -> ExpressionWrapper:
    """The sum without the VAT that is in it."""
    vat = Coalesce("vat_percent", Value(Decimal(0)))
    return ExpressionWrapper(Round(F("total") * HUNDRED / (HUNDRED + vat), 2), output_field=MONEY)


class CountedOrders(QuerySet):
    def bought(self):
        """Accepted and not cancelled."""
        return self.filter(seq__gt=0).exclude(status=Status.CANCELLED)

    def accepted_between(self, since: date | None, until: date | None):
        rows = self.bought()
        if since:
            rows = rows.filter(accepted_at__gte=clock.midnight(since))
        if until:
            rows = rows.filter(accepted_at__lt=clock.midnight(until + timedelta(days=1)))
        return rows

    def mark_first(self, clients):
        """Which order of each of these clients is the first: for orders from a file, since
        `accept` marks its own."""
        theirs = self.filter(client__in=clients)
        by_time = theirs.bought().order_by("client", "accepted_at", "pk")
        first = list(by_time.distinct("client").values_list("pk", flat=True))
        theirs.filter(is_of_new_client=True).exclude(pk__in=first).update(is_of_new_client=False)
        self.filter(pk__in=first, is_of_new_client=False).update(is_of_new_client=True)

    def of_new_clients(self):
        """The first order of each client."""
        return self.filter(is_of_new_client=True)

    def of_regular_clients(self):
        """Of those who had bought before."""
        return self.filter(is_of_new_client=False)

    def with_lines_of(self, group: int | None):
        """In which something of this product group is; None: of no group."""
        lines = self.model._meta.get_field("positions").related_model.objects
        return self.filter(Exists(lines.filter(order=OuterRef("pk"), product_group=group)))

    def discounted(self):
        return self.filter(DISCOUNTED, discount_percent__lt=100)

    def beyond_policy(self):
        """More was given than the policy of then said."""
        return self.discounted().filter(BEYOND_POLICY)

    def with_margin(self):
        """`net`, and `earned` of it, of the orders whose cost is known."""
        known = self.filter(cost__isnull=False).annotate(net=net())
        return known.annotate(earned=ExpressionWrapper(F("net") - F("cost"), output_field=MONEY))
