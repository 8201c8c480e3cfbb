"""The relation state of a client: one definition, by the firm's dated rules, for every page,
segment and report."""

from datetime import timedelta

from django.db.models import Case, CharField, TextChoices, Value, When
from django.utils.translation import pgettext_lazy

from clients.models.relation_rules import RelationRules
from core import clock


class Relation(TextChoices):
    POTENTIAL = "potential", pgettext_lazy("relation state", "Potential")
    NEW = "new", pgettext_lazy("relation state", "New")
    REGULAR = "regular", pgettext_lazy("relation state", "Regular")
    SLEEPING = "sleeping", pgettext_lazy("relation state", "Sleeping")
    LOST = "lost", pgettext_lazy("relation state", "Lost")


def state() -> Case:
    """Today's state as an expression over Client, from the stored figures."""
    rules, today = RelationRules.objects.on(clock.today()), clock.today()
    lost = clock.midnight(today - timedelta(days=rules.lost_after_days))
    sleeping = clock.midnight(today - timedelta(days=rules.sleeping_after_days))
    return Case(
        When(summary__orders_count=0, then=Value(Relation.POTENTIAL)),
        When(summary__last_order_at__lt=lost, then=Value(Relation.LOST)),
        When(summary__last_order_at__lt=sleeping, then=Value(Relation.SLEEPING)),
        When(summary__orders_count__lt=rules.regular_from_orders, then=Value(Relation.NEW)),
        default=Value(Relation.REGULAR),
        output_field=CharField(),
    )


def state_of(summary, rules: RelationRules, day=None) -> Relation:
    """The same of one row of figures, for a page that has it."""
    today = day or clock.today()
    if not summary.orders_count:
        return Relation.POTENTIAL
    if summary.last_order_at < clock.midnight(today - timedelta(days=rules.lost_after_days)):
        return Relation.LOST
    if summary.last_order_at < clock.midnight(today - timedelta(days=rules.sleeping_after_days)):
        return Relation.SLEEPING
    return Relation.NEW if summary.orders_count < rules.regular_from_orders else Relation.REGULAR
