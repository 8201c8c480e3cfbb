"""Orders as the control looks at them; mixed into the QuerySet of work orders."""

from datetime import timedelta

from django.apps import apps
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum

from core import clock
from core.money import ZERO
from orders.control.vocabulary import Kind
from orders.work_orders.lifecycle import PositionStep

LOOK_BACK = timedelta(days=30)


def _positions():
    return apps.get_model("orders", "Position").objects.filter(order=OuterRef("pk"))


def _marks(kind):
    marks = apps.get_model("orders", "ControlMark").objects
    return marks.filter(order=OuterRef("pk"), kind=kind)


def looked_back_to():
    return clock.midnight(clock.today()) - LOOK_BACK


class ControlledOrders(QuerySet):
    def accepted_on(self, day):
        return self.filter(**clock.during("accepted_at", day, day))

    def checked_on(self, day):
        return self.filter(**clock.during("checked_at", day, day))

    def subject_to(self, kind, since=None):
        """What this control looks at: the newest month, and everything that is in work."""
        since = since or looked_back_to()
        if kind == Kind.PRELIMINARY:
            return self.filter(accepted_at__gte=since)
        if kind == Kind.FINAL:
            return self.filter(checked_at__gte=since)
        return self.in_work()

    def not_controlled(self, kind, since=None):
        return self.subject_to(kind, since).filter(~Exists(_marks(kind)))

    def with_oddities(self):
        """How it was taken, as far as its positions say it and not its own row."""
        return self.annotate(
            has_hand_price=Exists(_positions().filter(hand_price__isnull=False)),
            has_departure=Exists(_positions().exclude(overridden={})),
        )

    def with_returns(self):
        return self.annotate(was_sent_back=Exists(_positions().filter(times_sent_back__gt=0)))

    def with_checker(self):
        """Who checked it last."""
        steps = apps.get_model("orders", "PositionStepRecord").objects
        checks = steps.filter(subject__order=OuterRef("pk"), step=PositionStep.CHECK)
        last = checks.order_by("-pk").values("by__last_name")[:1]
        return self.annotate(checked_by=Subquery(last))

    def unusual(self, big_discount):
        return self.with_oddities().filter(_unusual(big_discount))

    def taking(self, big_discount) -> dict:
        """How orders were taken, in figures."""
        return self.with_oddities().aggregate(
            count=Count("pk"),
            total=Sum("total", default=ZERO),
            unusual=Count("pk", filter=_unusual(big_discount)),
        )

    def with_marks(self, kind):
        mark = apps.get_model("orders", "ControlMark")
        marks = mark.objects.filter(kind=kind).in_rows()
        return self.prefetch_related(Prefetch("control_marks", marks, to_attr="marks"))


def _unusual(big_discount) -> Q:
    return (
        Q(discount_percent__gte=big_discount)
        | Q(wished_on__isnull=False)
        | Q(debt_allowed_by__isnull=False)
        | Q(has_hand_price=True)
        | Q(has_departure=True)
    )
