from django.db.models import Count, F, Prefetch, QuerySet

from company.models import Role
from company.models.employee import named
from core import clock
from orders.work_orders.lifecycle import IN_WORK
from orders.work_orders.querysets import BRING
from production.transport.lifecycle import Status

HEAVY = ("explanation", "spec")


class TransportListQuerySet(QuerySet):
    def visible_to(self, user):
        """A driver sees all of them, a manager those to the own office."""
        if not user.has_perm(BRING):
            return self.none()
        if user.is_robot or user.role.scope == Role.Scope.ALL:
            return self
        return self.filter(office=user.office_id)

    def open(self):
        return self.filter(status=Status.OPEN)

    def on_the_way(self):
        return self.filter(status=Status.ON_THE_WAY)

    def driven(self):
        """Those that have a number and a paper."""
        return self.exclude(status=Status.OPEN)

    def of_today(self):
        """Still under way, whenever it left, or unloaded today."""
        morning = clock.midnight(clock.today())
        return self.on_the_way() | self.filter(status=Status.ARRIVED, arrived_at__gte=morning)

    def with_people(self):
        return self.select_related("office", "driver").defer(*named("driver"))

    def with_pieces(self):
        rows = self.model._meta.get_field("rows").related_model.objects.with_pieces()
        return self.prefetch_related(Prefetch("rows", rows))

    def counted(self):
        return self.annotate(pieces=Count("rows"))


class TransportRowQuerySet(QuerySet):
    def aboard(self):
        return self.filter(unloaded_at=None)

    def of_orders_in_work(self):
        """Of an order on hold or cancelled a piece goes back, and does not arrive."""
        return self.filter(position__order__status__in=IN_WORK)

    def with_pieces(self):
        heavy = (f"position__{name}" for name in HEAVY)
        rows = self.select_related("position__order__office", "unloaded_in").defer(*heavy)
        return rows.order_by(
            "position__order__promised_on", "position__order_id", "position__ordinal"
        )

    def with_places(self):
        lists = self.select_related("position__order", "transport_list__driver", "unloaded_in")
        heavy = (f"position__{name}" for name in HEAVY)
        return lists.defer(*heavy, *named("transport_list__driver")).order_by("pk")

    def elsewhere(self):
        """Laid down in an office that did not take the order."""
        return self.filter(unloaded_in__isnull=False).exclude(
            unloaded_in=F("position__order__office")
        )
