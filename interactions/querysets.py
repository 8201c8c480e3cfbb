from datetime import timedelta

from django.db.models import Case, Count, Q, QuerySet, Value, When

from company.models import Role
from company.models.employee import named
from core import clock
from core.fetching import besides
from interactions.lifecycle import Status


class InteractionQuerySet(QuerySet):
    def visible_to(self, user):
        """The desk works as one: the whole office sees its calls, own-only roles see theirs."""
        if not user.has_perm("interactions.view_interaction"):
            return self.none()
        if user.is_robot or user.role.scope == Role.Scope.ALL:
            return self
        if user.role.scope == Role.Scope.OFFICE:
            return self.filter(Q(office=user.office_id) | Q(responsible=user))
        return self.filter(responsible=user)

    def with_people(self):
        client = self.model._meta.get_field("client").related_model
        found = self.with_employees().select_related("client")
        return found.defer(*besides("client", client, "name"))

    def with_employees(self):
        rows = self.select_related("responsible", "held_by")
        return rows.defer(*named("responsible", "held_by"))

    def of(self, user):
        return self.filter(responsible=user)

    def planned(self):
        return self.filter(status=Status.PLANNED)

    def owed(self):
        return self.planned().exclude(reason="")

    def due(self):
        """What should be done by the end of today."""
        return self.planned().filter(planned_at__lt=_tomorrow())

    def overdue(self):
        return self.planned().filter(planned_at__lt=clock.midnight(clock.today()))

    def due_today(self):
        return self.due().filter(planned_at__gte=clock.midnight(clock.today()))

    def later(self):
        return self.planned().filter(planned_at__gte=_tomorrow())

    def count_by_term(self) -> dict[str, int]:
        """How many are overdue, due today and planned for later, in one query."""
        today, tomorrow = clock.midnight(clock.today()), _tomorrow()
        overdue, later = Q(planned_at__lt=today), Q(planned_at__gte=tomorrow)
        return self.planned().aggregate(
            overdue=Count("pk", filter=overdue),
            due_today=Count("pk", filter=~overdue & ~later),
            later=Count("pk", filter=later),
        )

    def held(self):
        return self.filter(status=Status.HELD)

    def about(self, subject):
        return self.filter(subject_type=subject._meta.label_lower, subject_id=subject.pk)

    def own_first(self, user):
        """In the order of working through: one's own, then the colleagues', the oldest first."""
        own = Case(When(responsible=user, then=Value(0)), default=Value(1))
        return self.order_by(own, "planned_at", "pk")


def _tomorrow():
    return clock.midnight(clock.today() + timedelta(days=1))
